package io.waterwheel.customer.person;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The page a person reads first: what is in the archive, in plain Chinese and English.
final class PersonIndex {

    private PersonIndex() {}

    /// @param counts how many rows each store had, in the order of the archive
    static String page(Person person, Map<PersonalData, Long> counts, Instant now) {
        StringBuilder files = new StringBuilder();
        counts.forEach((store, count) -> {
            String file = escaped(store.name());
            String links = count == 0
                    ? "—"
                    : "<a href=\"%1$s.csv\">%1$s.csv</a> · <a href=\"%1$s.json\">%1$s.json</a>".formatted(file);
            files.append("<tr><td>%s<br><small>%s</small></td><td>%d</td><td>%s</td></tr>%n"
                    .formatted(
                            escaped(store.title().zh()), escaped(store.title().en()), count, links));
        });
        return """
                <!doctype html>
                <html lang="zh"><head><meta charset="utf-8"><title>个人信息副本 · Your personal data</title>
                <style>body{font:16px/1.6 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}
                td,th{padding:.4em .8em;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}</style></head><body>
                <h1>个人信息副本</h1>
                <p>这是我们持有的关于您（客户号 %1$d）的全部个人信息，截至 %2$s。表格（CSV）可用电子表格打开，JSON 供其他系统读取。
                手机号、邮箱和地址在这里是明文，请妥善保管。没有记录的种类也列出，条数为 0。分析用的副本只含以上数据的一部分，没有另外的内容。</p>
                <h1 lang="en">Your personal data</h1>
                <p lang="en">This is everything we hold about you (customer number %1$d) as of %2$s. The tables (CSV) open in a
                spreadsheet; JSON is for other systems. Phone numbers, e-mail and postal addresses are in plain here: keep
                this archive safe. Kinds of which nothing is held are listed with 0. Our copy for analysis holds a part of
                this and nothing else.</p>
                <table><tr><th>内容 · What</th><th>条数 · Rows</th><th>文件 · Files</th></tr>
                %3$s</table></body></html>
                """.formatted(person.customer().value(), now.truncatedTo(ChronoUnit.SECONDS), files);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
