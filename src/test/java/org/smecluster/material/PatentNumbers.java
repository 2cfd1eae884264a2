package org.smecluster.material;

import java.util.List;
import java.util.stream.Stream;

/** Numbers of patents and standards as people spell them: each line one number. */
public final class PatentNumbers {

    static final List<List<String>> PATENTS = List.of(
            List.of(
                    "ZL202310123456.7",
                    "zl202310123456.7",
                    "ZL 2023 1 0123456.7",
                    "ＺＬ２０２３１０１２３４５６．７",
                    "202310123456.7",
                    "2023101234567",
                    "ZL202310123456·7",
                    "CN202310123456.7",
                    "专利号：ZL202310123456.7",
                    "第202310123456.7号",
                    "\uFEFFZL202310123456.7",
                    "ZL202310123456.7\u200B",
                    "ZL\u00A0202310123456.7",
                    "ZL202310123456.7。",
                    "《ZL202310123456.7》",
                    "No.202310123456.7",
                    "ZL\u3000202310123456．7"),
            List.of(
                    "SL-640221-0001",
                    "sl-640221-0001",
                    "SL - 640221-0001",
                    "SL—640221—0001",
                    "ＳＬ－640221－0001",
                    "SL6402210001"),
            List.of("SL-640221-0002", "sl 640221 0002"),
            List.of("CNA20150123.4", "cna 20150123.4", "ＣＮＡ20150123.4"),
            List.of("国审麦20200012", "国审麦 2020 0012", "国审麦（2020）0012号", "国审麦\u200B20200012"),
            List.of("国审稻20200012", "国审稻2020-0012"),
            List.of("国药准字Z20200001", "国药准字 z20200001", "国药准字Ｚ20200001"),
            List.of("BS.205012345", "bs205012345", "BS．205012345"),
            List.of("第1234567号", "1234567", "证书号第1234567号", "证书号 1234567"),
            List.of("号"),
            List.of("——"));

    static final List<List<String>> STANDARDS = List.of(
            List.of(
                    "GB/T 12345-2024",
                    "GB/T12345-2024",
                    "gb/t 12345-2024",
                    "GB／T 12345—2024",
                    "GB/T 12345－2024",
                    "GB/T 12345–2024",
                    "GBT 12345-2024",
                    "ＧＢ／Ｔ１２３４５－２０２４",
                    "GB/T\u00A012345-2024",
                    "GB/T 12345\u200B-2024",
                    "《GB/T 12345-2024》",
                    "GB/T 12345 - 2024",
                    "GB/T 12345−2024",
                    "GB/T 12345_2024"),
            List.of("GB/T 1.1-2020", "GB/T1.1—2020", "GB/T 1．1-2020"),
            List.of("GB/T 11-2020", "gb/t11-2020"),
            List.of("T/SL 001-2023", "T／SL001—2023", "t/sl 001-2023"),
            List.of("T/SL 0012-023"),
            List.of("ISO 9001:2015", "ISO 9001：2015", "ISO9001-2015"),
            List.of("DB64/T 1234-2022", "DB64／T1234－2022"));

    private PatentNumbers() {}

    public static List<String> spellings() {
        return Stream.concat(PATENTS.stream(), STANDARDS.stream())
                .flatMap(List::stream)
                .toList();
    }

    public static String key(String patent) {
        return Patent.key(patent);
    }
}
