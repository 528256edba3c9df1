package opencadre.kit;

import opencadre.kit.access.Actor;
import opencadre.kit.word.Pdf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a service can print, so that a page offers nothing else. */
@RestController
final class PrintingController {

    private final Pdf pdf;

    PrintingController(Pdf pdf) {
        this.pdf = pdf;
    }

    /**
     * What there is beside Word.
     *
     * @param pdf whether papers are answered as PDF too
     */
    record Printing(boolean pdf) {}

    @GetMapping("/api/${opencadre.service}/printing")
    Printing getPrinting(Actor actor) {
        return new Printing(pdf.isHere());
    }
}
