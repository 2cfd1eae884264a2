package org.smecluster.filing;

/**
 * An enterprise in the data of a case.
 *
 * @param name as in the latest version that has it
 * @param submitted whether a version that has it was handed in; else the data are its unit's alone
 */
public record FiledEnterprise(String caseNumber, String creditCode, String name, boolean submitted) {}
