package io.waterwheel.loyalty.programme;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static io.waterwheel.loyalty.programme.ProgrammeText.read;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.segment.language.Names;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProgrammeReaderTests {

    private static final String FULL = programme(
            List.of(
                    BASE,
                    rule(
                            "tea",
                            "{'type':'perAmount','points':2,'amount':0.5}",
                            "'when':[{'type':'sold','fact':'category','values':['茶','Coffee']},"
                                    + "{'type':'atLeast','amount':99}],'group':'goods','caps':{'perOrder':500}"),
                    multiply("gold", "1.5", "{'type':'tier','tiers':['gold','silver']}"),
                    multiply("friday", "2", "{'type':'weekdays','days':['fri']},{'type':'monthDays','days':[18,8]}"),
                    rule("first", "{'type':'perOrder','points':100}", "'when':[{'type':'firstOrder'}]"),
                    rule(
                            "checkin",
                            "{'type':'event','event':{'event':'Checked In','where':"
                                    + "[{'property':'place','operator':'is','values':['店']}]},'points':5}",
                            "'segment':'7','from':'2026-01-01','until':'2026-12-31','when':[{'type':'birthday','span':'week'}],"
                                    + "'caps':{'perDay':5,'perMonth':100,'budget':1000000}")),
            TIERS,
            "'caps':{'perDay':10000}",
            "'plans':[{'id':'plus','name':'Plus','tier':'gold','price':199,'months':12,'refund':'unusedDays'}]");

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        ProgrammeDefinition programme = read(FULL);
        String written = JsonMapper.shared().writeValueAsString(programme);
        assertThat(read(written)).isEqualTo(programme);
        assertThat(programme.earn()).hasSize(6);
        assertThat(programme.plan("plus")).isPresent();
    }

    @Test
    void whatMeansTheSameIsTheSame() {
        ProgrammeDefinition other = read(FULL.replace("\"茶\",\"Coffee\"", "\"coffee\",\"茶\",\"ＣＯＦＦＥＥ\"")
                .replace("[18,8]", "[8,18]")
                .replace("[\"gold\",\"silver\"]", "[\"silver\",\"gold\"]"));
        assertThat(other).isNotEqualTo(read(FULL));
        assertThat(other.canonical()).isEqualTo(read(FULL).canonical());
    }

    @Test
    void itReadsAloudInBothLanguages() {
        ProgrammeReading.Read words = ProgrammeReading.of(read(FULL), Names.NONE);
        assertThat(words.earn().getFirst().zh()).isEqualTo("消费积分：每消费 1 得 1 分");
        assertThat(words.earn().getFirst().en()).isEqualTo("消费积分: 1 points for every 1 paid");
        assertThat(words.earn().get(2).zh()).isEqualTo("gold：金卡、银卡会员，积分 × 1.5");
        assertThat(words.tiers().get(3).zh()).isEqualTo("金卡：满 5000，生日礼");
        assertThat(words.points().zh()).startsWith("7 天后可用，获得后 12 个月的月末过期");
        assertThat(words.plans().getFirst().en())
                .isEqualTo("Plus: 199 for 12 months, with 金卡; ended early, given back is the unused days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"points\":1,\"amount\":1 | \"points\":-1,\"amount\":1 | /definition/earn/0/grant/points out-of-range",
                "\"points\":1,\"amount\":1 | \"points\":1,\"amount\":0 | /definition/earn/0/grant/amount out-of-range",
                "\"points\":1,\"amount\":1 | \"points\":1,\"amount\":1.001 | /definition/earn/0/grant/amount too-fine",
                "\"points\":1,\"amount\":1 | \"points\":9999999999999999999,\"amount\":1 | /definition/earn/0/grant/points wrong-type",
                "\"points\":1,\"amount\":1 | \"points\":1,\"amount\":1,\"x\":1 | /definition/earn/0/grant/x unknown-field",
                "\"perOrder\":500 | \"perOrder\":0 | /definition/earn/1/caps/perOrder out-of-range",
                "\"perDay\":5, | \"perDay\":500, | /definition/earn/5/caps/perMonth caps-rise",
                "\"factor\":2 | \"factor\":1 | /definition/earn/3/grant/factor factor-of-one",
                "\"factor\":2 | \"factor\":0.5 | /definition/earn/3/grant/factor out-of-range",
                "\"2026-12-31\" | \"2025-12-31\" | /definition/earn/5/until reversed",
                "\"2026-12-31\" | \"2026-02-30\" | /definition/earn/5/until not-a-day",
                "\"segment\":\"7\" | \"segment\":\"x\" | /definition/earn/5/segment unknown-segment",
                "\"event\":\"Checked In\" | \"event\":\"Points Earned\" | /definition/earn/5/grant/event event-of-points",
                "[18,8] | [32] | /definition/earn/3/when/1/days/0 out-of-range",
                "\"birthday\",\"span\":\"week\" | \"firstOrder\" | /definition/earn/5/when/0 orders-only",
                "\"threshold\":5000 | \"threshold\":1000 | /definition/tiers/tiers/2/threshold thresholds-rise",
                "\"threshold\":5000 | \"threshold\":10 | /definition/tiers/tiers/2/threshold thresholds-rise",
                "\"threshold\":0 | \"threshold\":1 | /definition/tiers/tiers/0/threshold first-is-open",
                "\"id\":\"gold\",\"name\":\"金卡\" | \"id\":\"silver\",\"name\":\"金卡\" | /definition/tiers/tiers/2/id taken",
                "\"cost\":60 | \"cost\":-60 | /definition/tiers/tiers/2/benefits/0/cost out-of-range",
                "\"months\":12},\"downgrade\" | \"months\":0},\"downgrade\" | /definition/tiers/period/months out-of-range",
                "\"price\":199 | \"price\":-1 | /definition/plans/0/price out-of-range",
                "\"pendingDays\":7 | \"pendingDays\":181 | /definition/points/pendingDays out-of-range",
                "\"months\":12},\"debt\" | \"months\":0},\"debt\" | /definition/points/expiry/months out-of-range",
                "\"stacking\":\"multiply\" | \"stacking\":\"often\" | /definition/stacking unknown-choice",
            })
    void whatIsWrongIsRefusedWithItsPlace(String sound, String wrong, String place) {
        assertThat(FULL).contains(sound);
        InvalidProgramme refused = catchThrowableOfType(
                InvalidProgramme.class, () -> read(FULL.replaceFirst(java.util.regex.Pattern.quote(sound), wrong)));
        assertThat(refused.places())
                .extracting(one -> one.pointer() + " " + one.code())
                .contains(place);
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedWithItsPlace() {
        ProgrammeDefinition programme = read(FULL.replace("[\"gold\",\"silver\"]", "[\"gold\",\"diamond\"]")
                .replace("\"tier\":\"gold\"", "\"tier\":\"diamond\"")
                .replace("\"id\":\"first\"", "\"id\":\"base\""));
        assertThat(ProgrammeLint.check(programme, "/definition", Names.NONE))
                .extracting(one -> one.pointer() + " " + one.code())
                .containsExactly(
                        "/definition/earn/2/when/0/tiers/1 unknown-tier",
                        "/definition/earn/4/id taken",
                        "/definition/earn/5/segment unknown-segment",
                        "/definition/plans/0/tier unknown-tier");
        assertThat(ProgrammeLint.check(read(List.of(multiply("m", "2", ""))), "", Names.NONE))
                .extracting(InvalidProgramme.Place::code)
                .containsExactly("nothing-to-multiply");
    }

    @Test
    void aRuleSaysWhetherItTakesThePagesWordAndIsWarnedOfWhereNothingLimitsIt() {
        String page = "{'type':'event','points':5,'fromPages':true,'event':{'event':'Tour Taken','where':[]}}";
        String server = "{'type':'event','points':5,'event':{'event':'Tour Taken','where':[]}}";
        ProgrammeDefinition told = read(List.of(rule("page", page, ""), rule("server", server, "")));
        assertThat(ProgrammeReading.of(told, Names.NONE).earn())
                .satisfiesExactly(
                        one -> assertThat(one.zh() + one.en())
                                .contains("网页、App 上报的也算", "also as told by pages and apps"),
                        other -> assertThat(other.zh() + other.en()).doesNotContain("网页", "pages"));
        assertThat(warnings(told)).containsExactly("/definition/earn/0/grant/fromPages pages-uncapped");
        assertThat(warnings(read(List.of(rule("page", page, "'caps':{'perDay':5}")))))
                .isEmpty();
        assertThat(warnings(read(List.of(rule("page", page, "")), "'caps':{'perMonth':5}")))
                .isEmpty();
        assertThat(warnings(read(List.of(rule(
                        "friend",
                        "{'type':'event','points':5,'event':{'event':'Customer Referred','where':[]}}",
                        "")))))
                .containsExactly("/definition/earn/0/grant/event rewards-who-was-brought");
    }

    private static List<String> warnings(ProgrammeDefinition told) {
        return ProgrammeLint.warnings(told, "/definition").stream()
                .map(place -> place.pointer() + " " + place.code())
                .toList();
    }

    @Test
    void tenThousandRulesAreRefusedAtOnce() {
        InvalidProgramme refused =
                catchThrowableOfType(InvalidProgramme.class, () -> read(programme(Collections.nCopies(10_000, BASE))));
        assertThat(refused.places())
                .extracting(one -> one.pointer() + " " + one.code())
                .containsExactly("/definition/earn too-many");
        assertThat(read(programme(IntStream.range(0, 200)
                                .mapToObj(i -> BASE.replace("'base'", "'r" + i + "'"))
                                .toList()))
                        .earn())
                .hasSize(200);
    }
}
