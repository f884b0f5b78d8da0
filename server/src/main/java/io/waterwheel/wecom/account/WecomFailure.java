package io.waterwheel.wecom.account;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.conn.ConnectTimeoutException;

/// What a failed call means: WeCom's errcode told as a problem with its remedy.
///
/// @param certain WeCom answered, so nothing was done
/// @param passing the same call may succeed later
/// @param errcode 0 when there was no answer
public record WecomFailure(Problem problem, boolean certain, boolean passing, int errcode) {

    /// Whether a person has to change a setting before any call can succeed.
    public boolean mendable() {
        return problem.type() != WecomProblem.WECOM_REFUSED && !passing;
    }

    public static WecomFailure of(Exception failure) {
        if (failure instanceof WxErrorException refused && refused.getError() != null) {
            WxError error = refused.getError();
            return answered(error.getErrorCode(), String.valueOf(error.getErrorMsg()), failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                // Without a connection nothing can have been done; with one, nobody knows.
                boolean never = io instanceof ConnectException
                        || io instanceof UnknownHostException
                        || io instanceof ConnectTimeoutException;
                return new WecomFailure(
                        new Problem(WecomProblem.WECOM_UNREACHABLE, failure)
                                .with("reason", io.getClass().getSimpleName()),
                        never,
                        true,
                        0);
            }
        }
        // WxJava gives up on −1 with an exception that has no cause.
        return failure.getCause() == null && failure instanceof WxRuntimeException
                ? answered(-1, "system busy", failure)
                : new WecomFailure(
                        new Problem(WecomProblem.WECOM_UNREACHABLE, failure)
                                .with("reason", failure.getClass().getSimpleName()),
                        false,
                        true,
                        0);
    }

    private static WecomFailure answered(int errcode, String errmsg, Exception failure) {
        WecomProblem type = type(errcode);
        Problem problem = new Problem(type, failure).with("errcode", errcode).with("errmsg", firstWords(errmsg));
        return new WecomFailure(problem, true, type == WecomProblem.WECOM_BUSY, errcode);
    }

    private static WecomProblem type(int errcode) {
        return switch (errcode) {
            // Tokens: WxJava has already fetched a new one and was refused again, which passes.
            case -1, 40014, 42001, 45009, 45033, 45011, 6000, 50003 -> WecomProblem.WECOM_BUSY;
            case 40001, 40013, 40056, 41001, 41002, 41004 -> WecomProblem.WECOM_CREDENTIAL;
            case 60020 -> WecomProblem.WECOM_IP_NOT_TRUSTED;
            case 48002, 48001, 48004 -> WecomProblem.WECOM_API_FORBIDDEN;
            case 48009, 84074, 301002, 81011, 40130 -> WecomProblem.WECOM_NO_CONTACT_PERMISSION;
            case 60011, 60003, 60123 -> WecomProblem.WECOM_OUT_OF_SCOPE;
            default -> WecomProblem.WECOM_REFUSED;
        };
    }

    /// WeCom's message ends in a hint with ids and addresses that nobody reads.
    private static String firstWords(String errmsg) {
        int hint = errmsg.indexOf(", hint");
        String words = hint < 0 ? errmsg : errmsg.substring(0, hint);
        return words.length() > 120 ? words.substring(0, 120) : words;
    }
}
