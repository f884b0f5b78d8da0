package io.waterwheel.simulator.wechat;

import io.waterwheel.simulator.callback.CallbackCipher;
import io.waterwheel.simulator.callback.CallbackXml;
import io.waterwheel.simulator.http.UrlEncoded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Brings an app's news to its callback, encrypted (安全模式).
final class WechatPushes {
    private final HttpClient http = HttpClient.newHttpClient();
    private final InstantSource clock;

    WechatPushes(InstantSource clock) {
        this.clock = clock;
    }

    /// @return the status of the answer, 0 when there was none
    int push(App app, String xml) {
        var callback = app.callback();
        var token = app.token();
        var aesKey = app.encodingAesKey();
        if (callback == null || token == null || aesKey == null) {
            throw new IllegalArgumentException("app " + app.appId() + " has no callback");
        }
        var encrypted = new CallbackCipher(aesKey).encrypt(xml, app.appId());
        var timestamp = Long.toString(clock.millis() / 1000);
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("ToUserName", app.appId());
        envelope.put("Encrypt", encrypted);
        var address = callback + "?encrypt_type=aes&timestamp=" + timestamp + "&nonce=7&msg_signature="
                + UrlEncoded.encode(CallbackCipher.sign(token, timestamp, "7", encrypted));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(CallbackXml.of(envelope)))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// What somebody did, as WeChat writes it.
    String xml(WechatApi.Act act, long createTime) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ToUserName", "gh_" + act.appId());
        fields.put("FromUserName", act.openid());
        fields.put("CreateTime", Long.toString(createTime));
        fields.put("MsgType", act.act().equals("say") ? "text" : "event");
        switch (act.act()) {
            case "say" -> {
                fields.put("Content", "你好");
                fields.put("MsgId", Long.toString(createTime) + "1");
            }
            case "follow" -> fields.put("Event", "subscribe");
            case "unfollow" -> fields.put("Event", "unsubscribe");
            default -> fields.put("Event", "subscribe_msg_popup_event");
        }
        var xml = CallbackXml.of(fields);
        if (!act.act().equals("allow") && !act.act().equals("reject")) {
            return xml;
        }
        var choice = "<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[" + act.template()
                + "]]></TemplateId><SubscribeStatusString><![CDATA["
                + (act.act().equals("allow") ? "accept" : "reject")
                + "]]></SubscribeStatusString><PopupScene>0</PopupScene></List></SubscribeMsgPopupEvent>";
        return xml.replace("</xml>", choice + "</xml>");
    }
}
