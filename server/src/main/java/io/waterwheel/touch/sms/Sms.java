package io.waterwheel.touch.sms;

/// One message to one phone. Lives for one call only, because it names the number in plain.
///
/// @param outId ours, the same on every try
record Sms(String outId, String phone, String text) {

    /// Without number and text.
    @Override
    public String toString() {
        return "Sms[" + outId + "]";
    }
}
