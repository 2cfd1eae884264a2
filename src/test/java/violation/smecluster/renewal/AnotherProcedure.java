package violation.smecluster.renewal;

import violation.smecluster.recognition.EngineInTheDomain;

/** The other half of the cycle. */
public class AnotherProcedure {
    EngineInTheDomain back;
}
