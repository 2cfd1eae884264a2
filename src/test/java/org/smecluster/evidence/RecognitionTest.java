package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.evidence.EvidenceSamples.ascii;
import static org.smecluster.evidence.EvidenceSamples.joined;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.law.Refusal;

@DisplayName("佐证材料按内容识别，与扩展名无关")
class RecognitionTest {

    @TempDir
    private Path folder;

    private FileType recognised(String name, byte[] content) throws IOException {
        Path file = folder.resolve("content");
        Files.write(file, content);
        return Recognition.of(file, name);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("规划.pdf", EvidenceSamples.pdf("plan"), FileType.PDF),
                Arguments.of("规划.exe", EvidenceSamples.pdf("plan"), FileType.PDF),
                Arguments.of("图.jpg", EvidenceSamples.picture("jpg"), FileType.JPEG),
                Arguments.of("图.jpg", EvidenceSamples.picture("png"), FileType.PNG),
                Arguments.of("图", EvidenceSamples.picture("gif"), FileType.GIF),
                Arguments.of("图.bmp", EvidenceSamples.picture("bmp"), FileType.BMP),
                Arguments.of("图.tif", EvidenceSamples.picture("tif"), FileType.TIFF),
                Arguments.of("图.webp", EvidenceSamples.webp(), FileType.WEBP),
                Arguments.of("图.heic", EvidenceSamples.heic(), FileType.HEIC),
                Arguments.of("图谱.ofd", EvidenceSamples.ofd(), FileType.OFD),
                Arguments.of("图谱.zip", EvidenceSamples.ofd(), FileType.OFD),
                Arguments.of("清单.xlsx", EvidenceSamples.xlsx(), FileType.XLSX),
                Arguments.of("合同.docx", EvidenceSamples.office("wordprocessingml.document.main+xml"), FileType.DOCX),
                Arguments.of("介绍.pptx", EvidenceSamples.office("presentationml.presentation.main+xml"), FileType.PPTX),
                Arguments.of("清单.xls", EvidenceSamples.xls(null), FileType.XLS),
                Arguments.of("清单.et", EvidenceSamples.xls(null), FileType.ET),
                Arguments.of("合同.doc", EvidenceSamples.word(0), FileType.DOC),
                Arguments.of("合同.WPS", EvidenceSamples.word(0), FileType.WPS),
                Arguments.of("介绍.ppt", EvidenceSamples.presentation(0xe391c05f), FileType.PPT),
                Arguments.of("介绍.dps", EvidenceSamples.presentation(0xe391c05f), FileType.DPS));
    }

    @ParameterizedTest(name = "{0} 是 {2}")
    @MethodSource("good")
    @DisplayName("接收的")
    void taken(String name, byte[] content, FileType expected) throws IOException {
        assertThat(recognised(name, content)).isEqualTo(expected);
    }

    static Stream<Arguments> bad() {
        byte[] pdf = EvidenceSamples.pdf("plan");
        byte[] archive = EvidenceSamples.zip(Map.of("a.txt", "x"));
        return Stream.of(
                Arguments.of("营业执照.pdf", EvidenceSamples.program(), "是可以执行的程序"),
                Arguments.of("脚本.pdf", ascii("#!/bin/sh\nrm -rf /\n"), "是可以执行的程序"),
                Arguments.of("linux.png", joined(new byte[] {0x7f}, ascii("ELF"), new byte[200]), "是可以执行的程序"),
                Arguments.of(
                        "图.svg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>"), "网页或矢量图"),
                Arguments.of(
                        "图.png", ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "网页或矢量图"),
                Arguments.of("说明.pdf", ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"), "网页或矢量图"),
                Arguments.of("说明.pdf", joined(ascii("<html><script>x</script>\n"), pdf), "网页或矢量图"),
                Arguments.of("说明.txt", ascii("只是几个字".repeat(9)), "纯文本"),
                Arguments.of("两面.pdf", joined(pdf, archive), "同时是两种文件"),
                Arguments.of("两面.png", joined(EvidenceSamples.picture("png"), archive), "同时是两种文件"),
                Arguments.of("两面.jpg", joined(EvidenceSamples.picture("jpg"), archive), "同时是两种文件"),
                Arguments.of("两面.zip", EvidenceSamples.zip(Map.of("%PDF-1.4 ", "x")), "同时是两种文件"),
                Arguments.of("半份.pdf", Arrays.copyOf(pdf, pdf.length - 20), "不完整"),
                Arguments.of("加密.pdf", EvidenceSamples.encryptedPdf(), "设有密码"),
                Arguments.of("加密.xls", EvidenceSamples.xls("secret"), "设有密码"),
                Arguments.of("加密.doc", EvidenceSamples.word(0x0100), "设有密码"),
                Arguments.of("加密.ppt", EvidenceSamples.presentation(0xf3d1c4df), "设有密码"),
                Arguments.of(
                        "加密.docx",
                        EvidenceSamples.ole(Map.of("EncryptedPackage", new byte[100], "EncryptionInfo", new byte[10])),
                        "设有密码"),
                Arguments.of("宏.docm", EvidenceSamples.office("word.document.macroEnabled.main+xml"), "带有宏"),
                Arguments.of("宏.docx", EvidenceSamples.zip(Map.of("word/vbaProject.bin", "x")), "带有宏"),
                Arguments.of(
                        "宏.xls",
                        EvidenceSamples.ole(Map.of("Workbook", new byte[10], "_VBA_PROJECT_CUR", new byte[10])),
                        "带有宏"),
                Arguments.of("安装.msi", EvidenceSamples.ole(Map.of("x", new byte[10])), "认不出"),
                Arguments.of("材料.zip", archive, "是压缩包"),
                Arguments.of("材料.docx", Arrays.copyOf(archive, archive.length - 10), "已损坏"),
                Arguments.of("材料.doc", Arrays.copyOf(EvidenceSamples.word(0), 700), "已损坏"),
                Arguments.of("材料.rar", ascii("Rar!\u001a\u0007\u0000" + "x".repeat(50)), "压缩包"),
                Arguments.of("乱码.pdf", new byte[3000], "认不出"));
    }

    @ParameterizedTest(name = "{0}：{2}")
    @MethodSource("bad")
    @DisplayName("不接收的，各有一句话说明为什么")
    void refused(String name, byte[] content, String why) {
        assertThatThrownBy(() -> recognised(name, content))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why)
                .hasMessageContaining(name);
    }
}
