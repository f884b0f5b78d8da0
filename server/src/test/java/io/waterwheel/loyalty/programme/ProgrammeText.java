package io.waterwheel.loyalty.programme;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Programmes as tests write them, with single quotes.
public final class ProgrammeText {

    /// A point for each yuan.
    public static final String BASE = "{'id':'base','name':'消费积分','grant':{'type':'perAmount','points':1,'amount':1}}";

    /// Silver from 1,000, gold from 5,000 yuan, of the last twelve months.
    public static final String TIERS =
            "'tiers':{'basis':'spend','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                    + "'onRefund':'atOnce','tiers':[{'id':'member','name':'普通','threshold':0},"
                    + "{'id':'silver','name':'银卡','threshold':1000,'benefits':[{'name':'包邮','cost':5,'every':'month'}]},"
                    + "{'id':'gold','name':'金卡','threshold':5000,'benefits':[{'name':'生日礼','cost':60,'every':'year'}]}]}";

    private ProgrammeText() {}

    public static String rule(String id, String grant, String more) {
        return "{'id':'" + id + "','name':'" + id + "','grant':" + grant + (more.isEmpty() ? "" : "," + more) + "}";
    }

    public static String multiply(String id, String factor, String when) {
        return rule(id, "{'type':'multiply','factor':" + factor + "}", "'when':[" + when + "]");
    }

    /// @param more what stands beside the rules, each without a comma
    public static String programme(List<String> rules, String... more) {
        String others = more.length == 0 ? "" : "," + String.join(",", more);
        String told = "{'earn':[" + String.join(",", rules) + "]"
                + (others.contains("'stacking'") ? "" : ",'stacking':'multiply'")
                + (others.contains("'rounding'") ? "" : ",'rounding':'down'")
                + (others.contains("'points'") && others.contains("'expiry'")
                        ? ""
                        : ",'points':{'pendingDays':7,'expiry':{'type':'afterMonths','months':12},'debt':'othersThenDebt'}")
                + others + "}";
        return told.replace('\'', '"');
    }

    public static ProgrammeDefinition read(List<String> rules, String... more) {
        return read(programme(rules, more));
    }

    public static ProgrammeDefinition read(String json) {
        return ProgrammeReader.read(JsonMapper.shared().readTree(json.replace('\'', '"')), "/definition");
    }
}
