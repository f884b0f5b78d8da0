package io.waterwheel.journey.language;

import static io.waterwheel.journey.language.JourneyText.end;
import static io.waterwheel.journey.language.JourneyText.json;
import static io.waterwheel.journey.language.JourneyText.node;
import static io.waterwheel.journey.language.JourneyText.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.testing.Browser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JourneyReaderTests {

    private static final String EVERYTHING = """
            {'trigger':{'type':'event','event':{'event':'Member Joined','where':[
                {'property':'source','operator':'is','values':['app']}]}},
             'start':'hold',
             'nodes':[
               {'id':'hold','step':{'type':'holdout','percent':10},'exits':{'next':'hello'},'position':{'x':0,'y':12.5}},
               {'id':'hello','step':{'type':'message','template':'1','purpose':'marketing','priority':5},
                'exits':{'sent':'look','notSent':'call'}},
               {'id':'look','step':{'type':'untilEvent','event':{'event':'Product Viewed'},
                 'timeout':{'amount':3,'unit':'days'}},'exits':{'happened':'who','timeout':'night'}},
               {'id':'night','step':{'type':'untilTime','time':'20:00','weekdays':['fri','sat']},'exits':{'next':'who'}},
               {'id':'who','step':{'type':'branch','cases':[{'exit':'rich','condition':
                 {'type':'orders','measure':'sum','operator':'atLeast','value':100000}}]},
                'exits':{'rich':'call','else':'ab'}},
               {'id':'ab','step':{'type':'split','arms':[{'exit':'a','weight':1},{'exit':'b','weight':3}]},
                'exits':{'a':'tag','b':'wait'}},
               {'id':'tag','step':{'type':'tag','tag':'2','added':true},'exits':{'next':'wait'}},
               {'id':'call','step':{'type':'task','title':'打个电话','words':'问好','deadline':{'amount':2,'unit':'days'}},
                'exits':{'done':'tell','overdue':'tell'}},
               {'id':'tell','step':{'type':'webhook','name':'crm'},'exits':{'next':'other'}},
               {'id':'other','step':{'type':'enter','journey':'7'},'exits':{'next':'points'}},
               {'id':'points','step':{'type':'points','points':100},'exits':{'given':'coupon','notGiven':'end'}},
               {'id':'coupon','step':{'type':'coupon','template':'4'},'exits':{'given':'end','notGiven':'end'}},
               {'id':'wait','step':{'type':'delay','span':{'amount':36,'unit':'hours'}},'exits':{'next':'end'}},
               {'id':'end','step':{'type':'exit'}}],
             'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':30,'leave':true},
             'exitRules':[{'type':'event','event':{'event':'Consent Withdrawn'}},
               {'type':'condition','condition':{'type':'tag','operator':'any','tags':['3']}}],
             'reentry':{'rule':'afterDays','days':90}}""";

    @Test
    void everyKindOfNodeIsReadAndWrittenBackTheSame() {
        JourneyDefinition read = JourneyText.read(EVERYTHING);
        assertThat(read.nodes()).hasSize(14);
        assertThat(read.nodes().getFirst().position()).isNotNull();
        JsonMapper mapper = JsonMapper.shared();
        String written = mapper.writeValueAsString(read);
        assertThat(JourneyReader.read(mapper.readTree(written), "")).isEqualTo(read);
        assertThat(mapper.readValue(written, JourneyDefinition.class)).isEqualTo(read);
        assertThat(JourneyLint.check(read, "", JourneyText.NINE, null)).isEmpty();
    }

    @Test
    void everyWrongPlaceIsNamedAtOnce() {
        assertThat(codes("""
                {'trigger':{'type':'day','attribute':'city','daysBefore':2,'time':'9:00'},'start':'a','nodes':[
                 {'id':'a b','step':{'type':'delay','span':{'amount':0,'unit':'days'}},'exits':{'next':'b'}},
                 {'id':'b','step':{'type':'fly'}},
                 {'id':'c','step':{'type':'message','template':'x','purpose':'fun'},'exits':{}},
                 {'id':'d','step':{'type':'exit','why':'no'},'colour':'red'}],
                 'goal':{'type':'event','event':{'event':''},'withinDays':0},
                 'reentry':{'rule':'always'}}"""))
                .containsExactlyInAnyOrder(
                        "/trigger/attribute no-day",
                        "/nodes/0/id not-a-name",
                        "/nodes/0/step/span/amount out-of-range",
                        "/nodes/1/step/type unknown-choice",
                        "/nodes/2/step/purpose unknown-choice",
                        "/nodes/3/step/why unknown-field",
                        "/nodes/3/colour unknown-field",
                        "/goal/event/event blank",
                        "/reentry/key key-needed");
    }

    @Test
    void aConditionThatIsNotFinishedIsNamedWhereItStands() {
        String unfinished = "{'type':'unfinished','draft':{'kind':'group','children':[]}}";
        assertThat(codes(of(
                        node(
                                        "a",
                                        "{'type':'branch','cases':[{'exit':'in','condition':" + unfinished + "}]}",
                                        "{'in':'z','else':'z'}")
                                + "," + end("z"),
                        ",'exitRules':[{'type':'condition','condition':" + unfinished + "}]")))
                .contains("/nodes/0/step/cases/0/condition unfinished", "/exitRules/0/condition unfinished");
    }

    @Test
    void everyFaultIsToldInBothLanguages() {
        for (JourneyFault fault : JourneyFault.values()) {
            assertThat(fault.message("5").zh()).as(fault.code()).matches("(?s).*\\p{IsHan}.*");
            assertThat(fault.message("5").en()).as(fault.code()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void weekdaysBelongToWeeksAndDaysToMonths() {
        String schedule = "{'trigger':{'type':'schedule','segment':'1','every':'%s','time':'09:00'%s},'start':'a',"
                + "'nodes':[{'id':'a','step':{'type':'exit'}}]}";
        assertThat(codes(schedule.formatted("week", ""))).containsExactly("/trigger/weekdays weekdays-of-week");
        assertThat(codes(schedule.formatted("day", ",'weekdays':['mon']")))
                .containsExactly("/trigger/weekdays weekdays-of-week");
        assertThat(codes(schedule.formatted("month", ""))).containsExactly("/trigger/dayOfMonth day-of-month");
        assertThat(JourneyText.read(schedule.formatted("month", ",'dayOfMonth':31")))
                .isNotNull();
    }

    @Test
    void thereIsRoomForTwoHundredNodes() {
        List<String> nodes =
                IntStream.rangeClosed(1, 201).mapToObj(i -> end("n" + i)).toList();
        assertThat(codes(of(String.join(",", nodes), ""))).containsExactly("/nodes too-many-nodes");
        assertThat(JourneyText.read(of(String.join(",", nodes.subList(0, 200)), ""))
                        .nodes())
                .hasSize(200);
    }

    @Test
    void whatIsNoJourneyAtAllIsRefused() {
        for (String text : List.of("[]", "null", "{}", "7", "{'trigger':[],'nodes':{},'start':1}")) {
            assertThatThrownBy(() -> JourneyText.read(text)).as(text).isInstanceOf(InvalidJourney.class);
        }
    }

    @Test
    void journeysThatMeanTheSameHaveOneNormalForm() {
        String one = of(
                node("a", "{'type':'untilTime','time':'09:00','weekdays':['sat','mon']}", "{'next':'z'}") + ","
                        + end("z"),
                "");
        String moved = Browser.json(one).replace("\"exits\":{}", "\"exits\":{},\"position\":{\"x\":1,\"y\":2}");
        String sorted = one.replace("'sat','mon'", "'mon','sat','mon'");
        JourneyDefinition normal = CanonicalJourney.of(JourneyText.read(one));
        assertThat(CanonicalJourney.of(JourneyText.read(moved))).isEqualTo(normal);
        assertThat(CanonicalJourney.of(JourneyText.read(sorted))).isEqualTo(normal);
        assertThat(CanonicalJourney.of(normal)).isEqualTo(normal);
        assertThat(CanonicalJourney.of(JourneyText.read(one.replace("09:00", "09:01"))))
                .isNotEqualTo(normal);
        JourneyDefinition all = CanonicalJourney.of(JourneyText.read(EVERYTHING));
        assertThat(CanonicalJourney.of(all)).isEqualTo(all);
    }

    @Test
    void aJourneyReadsAloudInBothLanguages() {
        JourneyReading.Read read = JourneyReading.of(
                JourneyText.read(EVERYTHING),
                java.util.Currency.getInstance("CNY"),
                io.waterwheel.segment.language.Names.NONE,
                JourneyText.NINE);
        assertThat(read.trigger().zh()).startsWith("发生“Member Joined”");
        assertThat(read.nodes().get("hello").zh()).isEqualTo("发送“模板1”");
        assertThat(read.nodes().get("night").zh()).isEqualTo("等到周五、周六 20:00");
        assertThat(read.nodes().get("night").en()).isEqualTo("wait until 20:00 on Fri, Sat");
        assertThat(read.nodes().get("look").en()).isEqualTo("wait for “Product Viewed”, at most 3 days");
        assertThat(read.goal().zh()).isEqualTo("进入后 30 天内“Order Completed”，达成即结束");
        assertThat(read.reentry().en()).isEqualTo("may come in again 90 days after the last time");
        assertThat(read.nodes()).hasSize(14).allSatisfy((id, text) -> {
            assertThat(text.zh()).as(id).isNotBlank();
            assertThat(text.en()).as(id).isNotBlank();
        });
    }

    private static List<String> codes(String text) {
        try {
            JourneyReader.read(json(text), "");
            return List.of();
        } catch (InvalidJourney e) {
            return e.places().stream()
                    .map(place -> place.pointer() + " " + place.code())
                    .toList();
        }
    }
}
