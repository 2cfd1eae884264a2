package violation.smecluster.recognition;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** A bean that does several things at once. */
@Component
public class TooManyParts {

    public TooManyParts(
            Clock one,
            Clock two,
            Clock three,
            Clock four,
            Clock five,
            Clock six,
            Clock seven,
            Clock eight,
            Clock nine,
            Clock ten) {}
}
