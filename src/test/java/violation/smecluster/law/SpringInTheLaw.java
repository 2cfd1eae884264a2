package violation.smecluster.law;

import org.springframework.stereotype.Component;

/** Breaks on purpose the rule that the law knows no Spring. */
@Component
public class SpringInTheLaw {}
