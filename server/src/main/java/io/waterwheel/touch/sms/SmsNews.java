package io.waterwheel.touch.sms;

import java.util.List;

/// What a provider brings by itself.
record SmsNews(List<SmsReceipt> receipts, List<SmsReply> replies) {}
