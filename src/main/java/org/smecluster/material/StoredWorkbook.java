package org.smecluster.material;

import java.util.List;
import java.util.function.Consumer;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.YearFigures;

/** The stored workbook of a submission, its lists read row by row in their order, so that none is ever held whole. */
public interface StoredWorkbook {

    BasicInformation basics();

    /** Ascending. */
    List<YearFigures> years();

    void enterprises(Consumer<Enterprise> row);

    void standards(Consumer<Standard> row);

    void patents(Consumer<Patent> row);

    void overseasBranches(Consumer<OverseasBranch> row);

    void servicePlatforms(Consumer<ServicePlatform> row);

    void serviceItems(Consumer<ServiceItem> row);

    void certificates(Consumer<Certificate> row);
}
