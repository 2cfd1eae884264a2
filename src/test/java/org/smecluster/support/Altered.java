package org.smecluster.support;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.ClusterWorkbook;

/** Records that differ from a given one in what a test is about. */
public final class Altered {

    private Altered() {}

    /**
     * @param changes component, value, component, value, …
     * @throws IllegalArgumentException where the record has no such component or it takes no such value
     */
    public static <R extends Record> R but(R original, Object... changes) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(original);
            }
            for (int i = 0; i < changes.length; i += 2) {
                int index = names.indexOf(changes[i]);
                if (index < 0) {
                    throw new IllegalArgumentException(original.getClass() + " has no " + changes[i]);
                }
                values[index] = changes[i + 1];
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            R altered = (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
            return altered;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static ClusterWorkbook named(String clusterName, ClusterWorkbook data) {
        return but(data, "basics", but(data.basics(), "clusterName", clusterName));
    }

    /** One of the three years; the first is 0. */
    public static ClusterWorkbook year(int index, ClusterWorkbook data, UnaryOperator<YearFigures> change) {
        List<YearFigures> years = new ArrayList<>(data.years());
        years.set(index, change.apply(years.get(index)));
        return but(data, "years", years);
    }

    /** Figures and enterprises, without the lists that prove them. */
    public static ClusterWorkbook withoutLists(ClusterWorkbook data) {
        List<Object> none = List.of();
        return but(
                data,
                "standards",
                none,
                "patents",
                none,
                "overseasBranches",
                none,
                "servicePlatforms",
                none,
                "serviceItems",
                none,
                "certificates",
                none);
    }
}
