package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("上传文件的名称进入下载的响应头时，不能夹带另一个响应头（CVE-2026-59314）")
class FileNamesInHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: x=y.xlsx",
                "平罗\r\n\r\n<script>.xlsx",
                "a\nb.xlsx",
                "a\rb.xlsx",
                "a\u0085b\u2028c.xlsx",
                "a\"; filename=\"b.exe",
                "a\\\"\r\nX: y"
            })
    @DisplayName("控制字符和引号都被编码")
    void encoded(String fileName) {
        String header = CaseUploads.disposition(fileName).toString();
        assertThat(header).startsWith("attachment; filename=").doesNotContainPattern("[^\\x20-\\x7e]");
        assertThat(header.replaceFirst("filename\\*=UTF-8''[A-Za-z0-9.%!#$&+^_`|~-]*$", ""))
                .as("one quoted name, and the encoded one")
                .matches("attachment; filename=\"[^\"]*\"; ");
    }
}
