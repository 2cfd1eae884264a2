package org.smecluster.paper.pdf;

import java.time.Instant;
import org.smecluster.paper.docx.Docx;
import org.springframework.stereotype.Component;

/** Makes PDF/A-2b of a filled document: with LibreOffice where it is installed, else with what comes with the program. */
@Component
public class PdfMaker {

    private final LibreOffice office;

    PdfMaker(LibreOffice office) {
        this.office = office;
    }

    /**
     * @param by what made it, as a clerk reads it
     */
    public record Made(byte[] content, String by) {}

    /** @param at stands in it as the time at which it was made, where LibreOffice does not make it */
    public Made pdf(Docx docx, String title, Instant at) {
        return office.pdf(docx.bytes())
                .map(content -> new Made(content, "办公软件转换"))
                .orElseGet(() -> new Made(PlainPdf.of(docx, title, at), "系统自带排版"));
    }
}
