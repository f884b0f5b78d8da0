package io.waterwheel.intake.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.IdentifierKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+86 138 0013 8000",
                "11111111111",
                "00000000000",
                "8888888",
                "12345678901",
                "1234567",
                "0123456789",
                "98765432109",
                "13000000000",
                "13900000000",
                "无",
                "null"
            })
    void aPhoneThatFormsAreFilledWithIsNobodys(String phone) {
        assertThat(Usable.identifier(IdentifierKind.PHONE, phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13912340001", "13888888888", "19900000001", "13812345678", "021-62345678", "95588"})
    void aPhoneThatSomebodyMayHaveIsTheirs(String phone) {
        assertThat(Usable.identifier(IdentifierKind.PHONE, phone)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test@test.com",
                "Test@Test.cn",
                "a@a.com",
                "xxx@xxx.com",
                "aaa@aaa.cn",
                "noreply@shop.com",
                "no-reply@shop.com",
                "null@shop.com",
                "test@example.com",
                "user@example.org",
                "a@example.net",
                "未知"
            })
    void aMailboxThatIsNobodysNamesNobody(String email) {
        assertThat(Usable.identifier(IdentifierKind.EMAIL, email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin@example.com", "test@qq.com", "li.na@163.com", "a@shop.cn"})
    void aMailboxThatSomebodyMayHaveIsTheirs(String email) {
        assertThat(Usable.identifier(IdentifierKind.EMAIL, email)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "undefined",
                "None",
                "N/A",
                "无",
                "测试",
                " TEST ",
                "0",
                "000000",
                "-1",
                "00000000-0000-0000-0000-000000000000"
            })
    void aWordForNothingIsNoIdOfAnyKind(String id) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(Usable.identifier(kind, id)).as(kind.code()).isEmpty();
        }
        assertThat(Usable.identifier(IdentifierKind.BUYER_ID, "tmall:" + id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10001", "M0", "tester", "测试员小王", "5f0c9a3e-0000-0000-0000-000000000000"})
    void anIdThatOnlyLooksLikeOneIsKept(String id) {
        assertThat(Usable.identifier(IdentifierKind.USER_ID, id)).isPresent();
    }
}
