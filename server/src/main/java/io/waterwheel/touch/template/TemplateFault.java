package io.waterwheel.touch.template;

import io.waterwheel.kernel.Text;

/// One thing a template does that it may not do.
///
/// @param code stable, for programs
record TemplateFault(String code, Text detail) {

    static TemplateFault unknownVariable(String name) {
        return new TemplateFault(
                "unknown-variable",
                new Text(
                        "没有变量 " + name + "；可用 customer.*、event.*、guide.name、store.name、brand.name、link",
                        "no variable " + name
                                + "; there are customer.*, event.*, guide.name, store.name, brand.name and link"));
    }

    static TemplateFault tag(String name) {
        return new TemplateFault(
                "tag-not-allowed",
                new Text(
                        "不能使用标签 " + name + "；可用 if、unless、case",
                        "tag " + name + " is not allowed; if, unless and case are"));
    }

    static TemplateFault filter(String name) {
        return new TemplateFault(
                "filter-not-allowed", new Text("不能使用过滤器 " + name, "filter " + name + " is not allowed"));
    }

    static TemplateFault syntax(String place) {
        return new TemplateFault("syntax", new Text("写法有误：" + place, "syntax error: " + place));
    }
}
