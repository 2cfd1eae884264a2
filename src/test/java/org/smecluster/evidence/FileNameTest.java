package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Refusal;

@DisplayName("佐证材料的文件名")
class FileNameTest {

    @Test
    @DisplayName("二百个汉字原样保留；路径、控制字符、改变文字方向的字符去掉")
    void kept() {
        String longest = "集".repeat(200) + ".pdf";
        assertThat(FileName.of(longest)).isEqualTo(longest);
        assertThat(FileName.of("C:\\fakepath\\规划.pdf")).isEqualTo("规划.pdf");
        assertThat(FileName.of("../../etc/规划.pdf")).isEqualTo("规划.pdf");
        assertThat(FileName.of("规\r\n划\0.pdf")).isEqualTo("规划.pdf");
        assertThat(FileName.of("规划\u202efdp.exe")).isEqualTo("规划fdp.exe");
    }

    @Test
    @DisplayName("没有名称、超过255个字：说明原因")
    void refused() {
        assertThatThrownBy(() -> FileName.of(" \u202e"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有名称");
        assertThatThrownBy(() -> FileName.of("集".repeat(252) + ".pdf"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("有256个字，最多255个字");
    }

    @Test
    @DisplayName("下载时的名称带内容本身的扩展名")
    void saved() {
        assertThat(FileType.PDF.saved("规划.PDF")).isEqualTo("规划.PDF");
        assertThat(FileType.PDF.saved("规划.exe")).isEqualTo("规划.exe.pdf");
        assertThat(FileType.JPEG.saved("照片.jpeg")).isEqualTo("照片.jpeg");
        assertThat(FileType.PNG.saved("照片")).isEqualTo("照片.png");
    }
}
