package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.support.TypedDays;

@DisplayName("浏览器：填写的日期不会变成别的日期，浏览器在哪个时区都一样")
class DaysInTheBrowserE2E extends InTheBrowser {

    private static final String AS_SHOWN = "2027/3/1";
    private static final String REFUSAL = ".form-date-refused";

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "UTC"})
    @DisplayName("表单和自己的页面：五种写法都读成2027年3月1日，其余的在字段上退回，发起不了")
    void typed(String zone) {
        try (Clerk officer = clerk("officer-1", zone)) {
            inAForm(officer);
            onAPage(officer);
        }
    }

    private static void inAForm(Clerk officer) {
        officer.startProcess("年度认定批次");
        officer.pause();
        Page page = officer.page();
        Locator day = page.locator(".fjs-datepicker input.fjs-input").first();
        Locator refusal = page.locator(REFUSAL);
        for (String text : TypedDays.MARCH_FIRST) {
            leave(day, "");
            leave(day, text);
            assertThat(day).hasValue(AS_SHOWN);
            assertThat(refusal).hasCount(0);
        }
        for (String text : TypedDays.NONE) {
            leave(day, text);
            assertThat(refusal).hasCount(1);
            assertThat(refusal).containsText("“" + text + "”不是有效的日期");
        }
        assertThat(day).hasValue(TypedDays.NONE.get(TypedDays.NONE.size() - 1));
        page.locator("#start-submit").click();
        assertThat(day).isFocused();
        officer.shot("day-refused");
        // by Enter, too; and what is mended is taken
        day.fill("2027/2/30");
        day.press("Enter");
        assertThat(refusal).containsText("“2027/2/30”不是有效的日期");
        day.fill("20270301");
        day.press("Enter");
        assertThat(refusal).hasCount(0);
        assertThat(day).hasValue(AS_SHOWN);
    }

    private static void onAPage(Clerk officer) {
        officer.open("/incidents/new");
        Locator day = officer.page().locator("#incident-date");
        for (String text : TypedDays.MARCH_FIRST) {
            leave(day, text);
            assertThat(day).hasValue("2027-03-01");
        }
        for (String text : TypedDays.NONE) {
            leave(day, text);
            assertThat(day).hasValue(text.strip());
            assertThat((String) day.evaluate("day => day.validationMessage")).contains("“" + text + "”不是有效的日期");
        }
        officer.shot("day-on-a-page");
    }

    private static void leave(Locator day, String text) {
        day.fill(text);
        day.press("Tab");
    }
}
