package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.smecluster.portal.CaseOtherCities.Entry;
import org.smecluster.recognition.OtherCities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The written opinion of another city on a cluster across cities, entered on the page of the case. */
@Controller
class OtherCityPages {

    private final CaseAccess access;
    private final CasePages pages;
    private final CaseOtherCities section;
    private final OtherCities cities;

    OtherCityPages(CaseAccess access, CasePages pages, CaseOtherCities section, OtherCities cities) {
        this.access = access;
        this.pages = pages;
        this.section = section;
        this.cities = cities;
    }

    @PostMapping("/cases/{caseNumber}/other-cities/{cityGroup}")
    String give(
            @PathVariable String caseNumber,
            @PathVariable String cityGroup,
            Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        if (!cities.mayGive(caseNumber, cityGroup, access.account())) {
            throw new NotVisible();
        }
        String page = pages.attempt(file, CaseSection.OTHER_CITIES, request, response, model, () -> {
            cities.give(
                    caseNumber,
                    cityGroup,
                    entry.agrees(),
                    entry.text(),
                    entry.number(),
                    entry.date(),
                    entry.revision(),
                    access.account());
            return CasePages.back(caseNumber, CaseSection.OTHER_CITIES, "意见已保存，受理的市已收到通知。", after);
        });
        if (model.containsAttribute("problems")) {
            section.fill(model, file, cityGroup, entry);
        }
        return page;
    }
}
