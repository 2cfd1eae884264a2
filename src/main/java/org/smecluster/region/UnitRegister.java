package org.smecluster.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New units and new names of units. None is deleted: cases and clusters of former years are of it. */
@Service
public class UnitRegister {

    /** What is kept of the tree. */
    public interface Kept {

        void add(Unit unit);

        void rename(String code, String name);
    }

    private final Units units;
    private final Kept kept;
    private final ApplicationEventPublisher events;

    UnitRegister(Units units, Kept kept, ApplicationEventPublisher events) {
        this.units = units;
        this.kept = kept;
        this.events = events;
    }

    /**
     * Adds the unit; its group and rights are there when this returns.
     *
     * @param code as in {@link Unit}
     * @param parent code of who recommends its applications; blank for a city and a direct unit
     * @param county code of the county-level unit that a park lies in, where its parent does not say it; may be blank
     * @throws Refusal with every reason
     */
    @Transactional
    public Unit add(UnitLevel level, String code, String name, String parent, ParkKind parkKind, String county) {
        List<Unit> all = units.all();
        List<String> reasons = new ArrayList<>();
        String newCode = TypedText.plain(code);
        String newName = TypedText.line(name == null ? "" : name);
        if (level == null) {
            throw new Refusal("请选择单位的层级");
        }
        if (!newCode.matches(level.codes())) {
            reasons.add("代码“" + newCode + "”不符合要求：" + level.codesInWords());
        } else if (all.stream().anyMatch(unit -> unit.code().equals(newCode))) {
            reasons.add("代码“" + newCode + "”已是"
                    + units.find(newCode).map(Unit::name).orElse("") + "的，请核对");
        }
        requireName(newName, null, all, reasons);
        Optional<Unit> above =
                all.stream().filter(unit -> unit.code().equals(parent)).findFirst();
        if (level.recommends() == above.isPresent()
                || above.isPresent() && !level.under(above.get().level())) {
            reasons.add(
                    switch (level) {
                        case CITY, DIRECT -> "市和自治区直接联系单位没有上级单位，请不要选择";
                        case COUNTY -> "请选择县（市、区）所属的市";
                        case PARK -> "请选择园区所属的市、自治区直接联系单位或者县（市、区），其申报由该单位审核推荐（第十二条）";
                    });
        }
        if ((level == UnitLevel.PARK) != (parkKind != null)) {
            reasons.add(level == UnitLevel.PARK ? "请选择园区由管委会还是运营机构管理（第十二条(一)）" : "只有园区才选择由谁管理");
        }
        String lies = TypedText.isBlank(county) ? null : county;
        if (lies != null
                && (level != UnitLevel.PARK
                        || all.stream()
                                .noneMatch(unit -> unit.level() == UnitLevel.COUNTY
                                        && unit.code().equals(lies)))) {
            reasons.add("园区所在地须是一个县（市、区）；其他单位不填");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        Unit unit = new Unit(newCode, newName, level, above.map(Unit::code).orElse(null), parkKind, lies);
        kept.add(unit);
        events.publishEvent(new UnitsChanged(unit));
        return unit;
    }

    /**
     * Gives a unit its new name; papers and records of before keep the name that they were written with.
     *
     * @throws Refusal where there is no such unit, or another has the name
     */
    @Transactional
    public Unit rename(String code, String name) {
        Unit unit = units.find(code).orElseThrow(() -> new Refusal("没有代码为“" + code + "”的单位，请重新选择"));
        List<String> reasons = new ArrayList<>();
        String newName = TypedText.line(name == null ? "" : name);
        requireName(newName, code, units.all(), reasons);
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        Unit renamed =
                new Unit(unit.code(), newName, unit.level(), unit.parentCode(), unit.parkKind(), unit.countyCode());
        kept.rename(code, newName);
        events.publishEvent(new UnitsChanged(renamed));
        return renamed;
    }

    /** @param code of the unit that may have the name already; null for a new one */
    private static void requireName(String name, String code, List<Unit> all, List<String> reasons) {
        if (name.isEmpty() || name.length() > 80) {
            reasons.add("请填写单位名称，不超过80个字");
        } else if (all.stream()
                .anyMatch(unit -> unit.name().equals(name) && !unit.code().equals(code))) {
            reasons.add("已有名为“" + name + "”的单位，名册和页面按名称认单位，请写明区别");
        }
    }
}
