package org.smecluster.portal;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.PublicClusters.InCounty;
import org.smecluster.registry.PublicRegister;
import org.springframework.stereotype.Component;

/**
 * How many clusters of the public list each county has, as tiles: one a county, those of a city together, about where they lie. It
 * draws no boundary. What has no tile, a new county or a cluster that lies in no single one, stands in the table beside it.
 */
@Component
class Cartogram {

    private static final int WIDTH = 70;
    private static final int HEIGHT = 54;
    private static final int MARGIN = 4;
    private static final int BASELINE = 36;

    private record Cell(int column, int row) {}

    private static final Map<String, Cell> CELLS = Map.ofEntries(
            entry("640202", new Cell(2, 0)),
            entry("640205", new Cell(3, 0)),
            entry("640105", new Cell(1, 1)),
            entry("640122", new Cell(2, 1)),
            entry("640221", new Cell(3, 1)),
            entry("640106", new Cell(1, 2)),
            entry("640104", new Cell(2, 2)),
            entry("640181", new Cell(3, 2)),
            entry("640381", new Cell(1, 3)),
            entry("640121", new Cell(2, 3)),
            entry("640302", new Cell(3, 3)),
            entry("640323", new Cell(4, 3)),
            entry("640502", new Cell(0, 4)),
            entry("640521", new Cell(1, 4)),
            entry("640324", new Cell(2, 4)),
            entry("640303", new Cell(3, 4)),
            entry("640522", new Cell(1, 5)),
            entry("640402", new Cell(2, 5)),
            entry("640425", new Cell(3, 5)),
            entry("640422", new Cell(1, 6)),
            entry("640423", new Cell(2, 6)),
            entry("640424", new Cell(3, 6)));

    /** Where the cities' names stand: cells that no county has. */
    private static final Map<String, Cell> NAMES = Map.of(
            "6401", new Cell(0, 2),
            "6402", new Cell(1, 0),
            "6403", new Cell(4, 2),
            "6404", new Cell(4, 5),
            "6405", new Cell(0, 3));

    /** From how many on a tile has the next deeper colour. */
    private static final int DEEPEST = 4;

    /**
     * @param code 6 digits
     * @param x of its left upper corner, in the drawing's units, as y
     */
    record Tile(String code, String name, String city, int clusters, int x, int y) {

        public int middle() {
            return x + WIDTH / 2;
        }

        public int depth() {
            return Math.min(clusters, DEEPEST);
        }

        public String spoken() {
            return city + name + "，" + clusters + "个集群";
        }
    }

    /** @param code 4 digits */
    record CityName(String code, String name, int clusters, int x, int y) {}

    /** @param code of a county, or of a city with 00 for what lies in no single county */
    record Place(String code, String name, int clusters) {}

    record CityRow(String code, String name, int clusters, List<Place> places) {}

    /**
     * @param outlines of the cities, as the data of an SVG path
     * @param elsewhere of the clusters those that have no tile
     */
    record Drawing(
            List<Tile> tiles, List<CityName> names, String outlines, List<CityRow> rows, int clusters, int elsewhere) {

        public int width() {
            return WIDTH;
        }

        public int height() {
            return HEIGHT;
        }
    }

    private final PublicRegister register;
    private final Units units;

    Cartogram(PublicRegister register, Units units) {
        this.register = register;
        this.units = units;
    }

    Drawing drawn() {
        List<InCounty> counted = register.listedByCounty();
        Map<String, Integer> ofCounty =
                counted.stream().collect(Collectors.toMap(InCounty::countyCode, InCounty::clusters));
        Map<String, Integer> ofCity =
                counted.stream().collect(Collectors.toMap(InCounty::cityCode, InCounty::clusters, Integer::sum));
        Map<String, Unit> counties = units.counties().stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit, (one, same) -> one, LinkedHashMap::new));
        List<Unit> cities =
                units.all().stream().filter(unit -> unit.level().recommends()).toList();
        Map<String, String> cityNames = cities.stream().collect(Collectors.toMap(Unit::code, Unit::name));
        List<Tile> tiles = counties.values().stream()
                .filter(county -> CELLS.containsKey(county.code()))
                .map(county ->
                        tile(county, cityNames.get(county.parentCode()), ofCounty.getOrDefault(county.code(), 0)))
                .toList();
        int clusters = counted.stream().mapToInt(InCounty::clusters).sum();
        return new Drawing(
                tiles,
                cities.stream()
                        .filter(city -> NAMES.containsKey(city.code()))
                        .map(city -> name(city, ofCity.getOrDefault(city.code(), 0)))
                        .toList(),
                outlines(counties),
                cities.stream()
                        .map(city -> row(city, counties, counted, ofCity.getOrDefault(city.code(), 0)))
                        .filter(row -> !row.places().isEmpty())
                        .toList(),
                clusters,
                clusters - tiles.stream().mapToInt(Tile::clusters).sum());
    }

    private static Tile tile(Unit county, String city, int clusters) {
        Cell cell = CELLS.get(county.code());
        return new Tile(county.code(), county.name(), city, clusters, left(cell), top(cell));
    }

    private static CityName name(Unit city, int clusters) {
        Cell cell = NAMES.get(city.code());
        String name =
                city.name().endsWith("市") ? city.name().substring(0, city.name().length() - 1) : city.name();
        return new CityName(city.code(), name, clusters, left(cell) + WIDTH / 2, top(cell) + BASELINE);
    }

    private static CityRow row(Unit city, Map<String, Unit> counties, List<InCounty> counted, int clusters) {
        Map<String, Place> places = new LinkedHashMap<>();
        counties.values().stream()
                .filter(county -> city.code().equals(county.parentCode()))
                .forEach(county -> places.put(county.code(), new Place(county.code(), county.name(), 0)));
        for (InCounty each : counted) {
            if (each.cityCode().equals(city.code())) {
                Unit county = counties.get(each.countyCode());
                places.put(
                        each.countyCode(),
                        new Place(each.countyCode(), county == null ? "不在单一县（市、区）" : county.name(), each.clusters()));
            }
        }
        return new CityRow(city.code(), city.name(), clusters, List.copyOf(places.values()));
    }

    /** Every side of a tile beyond which no county of the same city lies, each once. */
    private static String outlines(Map<String, Unit> counties) {
        Map<Cell, String> cityOf = counties.values().stream()
                .filter(county -> CELLS.containsKey(county.code()))
                .collect(Collectors.toMap(county -> CELLS.get(county.code()), Unit::parentCode));
        Set<String> sides = new LinkedHashSet<>();
        List<Cell> cells = new ArrayList<>(cityOf.keySet());
        for (Cell cell : cells) {
            String city = cityOf.get(cell);
            int left = left(cell);
            int top = top(cell);
            if (!city.equals(cityOf.get(new Cell(cell.column() - 1, cell.row())))) {
                sides.add("M%d %dv%d".formatted(left, top, HEIGHT));
            }
            if (!city.equals(cityOf.get(new Cell(cell.column() + 1, cell.row())))) {
                sides.add("M%d %dv%d".formatted(left + WIDTH, top, HEIGHT));
            }
            if (!city.equals(cityOf.get(new Cell(cell.column(), cell.row() - 1)))) {
                sides.add("M%d %dh%d".formatted(left, top, WIDTH));
            }
            if (!city.equals(cityOf.get(new Cell(cell.column(), cell.row() + 1)))) {
                sides.add("M%d %dh%d".formatted(left, top + HEIGHT, WIDTH));
            }
        }
        return String.join("", sides);
    }

    private static int left(Cell cell) {
        return MARGIN + cell.column() * WIDTH;
    }

    private static int top(Cell cell) {
        return MARGIN + cell.row() * HEIGHT;
    }
}
