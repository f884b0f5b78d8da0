package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.kernel.Text;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Touchpoints, RFM, lifecycle and AIPL: read, refused, brought to one form, and told.
class StageConditionTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RfmCuts CUTS =
            new RfmCuts(List.of(180, 90, 60, 30), List.of(2L, 3L, 5L, 10L), List.of(100L, 200L, 300L, 400L));

    @Test
    void everyKindIsReadAndWrittenAgain() {
        bothWays(
                "{'type':'touchpoint','channel':'wecom','state':'lost','guides':['LiNa']}",
                new TouchpointCondition(TouchpointChannel.WECOM, TouchpointState.LOST, List.of("LiNa")));
        bothWays(
                "{'type':'touchpoint','channel':'sms','state':'reachable'}",
                new TouchpointCondition(TouchpointChannel.SMS, TouchpointState.REACHABLE, null));
        bothWays("{'type':'rfm','r':[5,4],'m':[5]}", new RfmCondition(List.of(5, 4), null, List.of(5), null));
        bothWays(
                "{'type':'rfm','f':[1],'cuts':{'recency':[180,90,60,30],'frequency':[2,3,5,10],"
                        + "'monetary':[100,200,300,400]}}",
                new RfmCondition(null, List.of(1), null, CUTS));
        bothWays(
                "{'type':'lifecycle','stages':['new','lost'],'cycleDays':45}",
                new LifecycleCondition(List.of(LifecycleStage.NEW, LifecycleStage.LOST), 45));
        bothWays("{'type':'aipl','stages':['loyalty']}", new AiplCondition(List.of(AiplStage.LOYALTY), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'touchpoint','state':'has'}                                   | /channel     | missing
            {'type':'touchpoint','channel':'fax','state':'has'}                   | /channel     | unknown-choice
            {'type':'touchpoint','channel':'officialAccount','state':'has'}       | /channel     | unknown-choice
            {'type':'touchpoint','channel':'email','state':'asleep'}              | /state       | unknown-choice
            {'type':'touchpoint','channel':'sms','state':'lost'}                  | /state       | state-not-for-channel
            {'type':'touchpoint','channel':'email','state':'has','guides':['a']}  | /guides      | no-guides
            {'type':'touchpoint','channel':'wecom','state':'unsubscribed','guides':['a']} | /guides | no-guides
            {'type':'touchpoint','channel':'wecom','state':'has','guides':['']}   | /guides/0    | blank
            {'type':'touchpoint','channel':'wecom','state':'has','guides':'a'}    | /guides      | wrong-type
            {'type':'rfm'}                                                        | /r           | some-values
            {'type':'rfm','r':[]}                                                 | /r           | some-values
            {'type':'rfm','r':[6]}                                                | /r/0         | out-of-range
            {'type':'rfm','f':[1,4294967297]}                                     | /f/1         | out-of-range
            {'type':'rfm','m':[1,'2']}                                            | /m/1         | wrong-type
            {'type':'rfm','m':5}                                                  | /m           | wrong-type
            {'type':'rfm','r':[1],'cuts':7}                                       | /cuts        | wrong-type
            {'type':'rfm','r':[1],'cuts':{'recency':[4,3,2,1],'frequency':[1,2,3,4],'monetary':[1,2,3]}}   | /cuts/monetary | cuts-rise
            {'type':'rfm','r':[1],'cuts':{'recency':[1,2,3,4],'frequency':[1,2,3,4],'monetary':[1,2,3,4]}} | /cuts/recency | cuts-fall
            {'type':'rfm','r':[1],'cuts':{'recency':[4,3,2,1],'frequency':[0,2,3,4],'monetary':[1,2,3,4]}} | /cuts/frequency | cuts-rise
            {'type':'rfm','r':[1],'cuts':{'recency':[4,3,2,1],'frequency':[1,2,3,4],'monetary':[1,2,3,4],'x':1}} | /cuts/x | unknown-field
            {'type':'lifecycle','stages':[]}                                      | /stages      | some-values
            {'type':'lifecycle','stages':['new','old']}                           | /stages/1    | unknown-choice
            {'type':'lifecycle','stages':['new'],'cycleDays':0}                   | /cycleDays   | out-of-range
            {'type':'lifecycle','stages':['new'],'cycleDays':'30'}                | /cycleDays   | wrong-type
            {'type':'aipl'}                                                       | /stages      | missing
            {'type':'aipl','stages':['loyalty'],'days':7306}                      | /days        | out-of-range
            {'type':'aipl','stages':['loyalty'],'window':7}                       | /window      | unknown-field
            """)
    void whatIsWrongIsSaidWithItsPlace(String json, String pointer, String code) {
        assertThat(faults(json)).containsExactly(pointer + " " + code);
    }

    @Test
    void theSameQuestionInOtherWordsIsTheSame() {
        same(
                new TouchpointCondition(TouchpointChannel.EMAIL, TouchpointState.REACHABLE, null),
                new AttributeCondition("reachableByEmail", Operator.IS, List.of("true")));
        same(
                new TouchpointCondition(TouchpointChannel.WECOM, TouchpointState.HAS, List.of("LiNa", "b")),
                new TouchpointCondition(TouchpointChannel.WECOM, TouchpointState.HAS, List.of("B", "lina", "ｂ")));
        same(
                new RfmCondition(List.of(5, 4, 5), null, List.of(1), null),
                new RfmCondition(List.of(4, 5), null, List.of(1), null));
        same(
                new LifecycleCondition(List.of(LifecycleStage.LOST, LifecycleStage.NEW, LifecycleStage.LOST), null),
                new LifecycleCondition(List.of(LifecycleStage.NEW, LifecycleStage.LOST), null));
        same(
                new AiplCondition(List.of(AiplStage.LOYALTY), null),
                new AiplCondition(List.of(AiplStage.LOYALTY, AiplStage.LOYALTY), 365));
    }

    @Test
    void everyKindReads() {
        reads(
                new TouchpointCondition(TouchpointChannel.SMS, TouchpointState.HAS, null),
                "有短信触点",
                "has a touchpoint by SMS");
        reads(
                new TouchpointCondition(TouchpointChannel.EMAIL, TouchpointState.UNSUBSCRIBED, null),
                "退订了邮件营销",
                "unsubscribed from marketing by e-mail");
        reads(
                new TouchpointCondition(TouchpointChannel.WECOM, TouchpointState.LOST, List.of("a", "b")),
                "曾经是导购“a”、“b”之一的好友，现在不是",
                "was a friend of one of the guides “a”, “b”, and is no more");
        reads(
                new RfmCondition(List.of(4, 5), null, List.of(5), null),
                "近一年 RFM 的 R 为 4、5 分，M 为 5 分（五等分）",
                "RFM of the last year: R is 4 or 5, M is 5 (by fifths)");
        reads(
                new RfmCondition(null, List.of(1), null, CUTS),
                "近一年 RFM 的 F 为 1 分（自定分界）",
                "RFM of the last year: F is 1 (by own cuts)");
        reads(
                new LifecycleCondition(List.of(LifecycleStage.COOLING, LifecycleStage.SILENT), 45),
                "生命周期处于“降温”或“沉默”（复购周期 45 天）",
                "lifecycle stage is cooling or silent (cycle of 45 days)");
        reads(
                new AiplCondition(List.of(AiplStage.LOYALTY), null),
                "近 365 天 AIPL 处于“忠诚”",
                "AIPL stage is loyalty over 365 days");
    }

    private static void reads(Condition condition, String zh, String en) {
        assertThat(Reading.of(condition, Currency.getInstance("CNY"), Names.NONE))
                .isEqualTo(new Text(zh, en));
    }

    private static void same(Condition one, Condition other) {
        assertThat(Canonical.of(one)).isEqualTo(Canonical.of(other));
        assertThat(Canonical.of(Canonical.of(one))).as("its own normal form").isEqualTo(Canonical.of(one));
    }

    private static void bothWays(String json, Condition condition) {
        assertThat(read(json)).isEqualTo(condition);
        String written = JSON.writerFor(Condition.class).writeValueAsString(condition);
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(json.replace('\'', '"')));
        assertThat(JSON.readValue(written, Condition.class)).isEqualTo(condition);
    }

    private static Condition read(String json) {
        return DefinitionReader.read(JSON.readTree(json.replace('\'', '"')), "");
    }

    private static List<String> faults(String json) {
        InvalidDefinition refused = catchThrowableOfType(InvalidDefinition.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        return refused.places().stream()
                .map(place -> place.pointer() + " " + place.fault().code())
                .toList();
    }
}
