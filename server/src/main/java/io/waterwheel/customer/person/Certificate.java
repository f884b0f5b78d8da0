package io.waterwheel.customer.person;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;

/// What was erased where, and what is kept and why. It holds no personal data, so it can be kept and shown.
///
/// @param erasedAt   from when on nothing older about the person is taken any more
/// @param finishedAt when the last store was done
/// @param kept       what stays, each with its reason
public record Certificate(Instant erasedAt, Instant finishedAt, List<ErasedStore> stores, List<Text> kept) {

    /// @param store the name of one store
    /// @param count how many things it forgot, 0 when it held none
    public record ErasedStore(String store, Text title, long count) {}

    /// What every erasure leaves, told in every certificate.
    static final List<Text> KEPT = List.of(
            new Text(
                    "订单和退款的编号、金额、币种、门店，以及每行的商品、数量和单价：会计资料须依法保存；不再与任何人关联。",
                    "Of orders and refunds the number, amount, currency and store, and per line product, quantity and price:"
                            + " accounts must be kept by law; they belong to nobody any more."),
            new Text(
                    "其他事件只剩“某时某来源发生过一件事”，没有内容，也不知道是谁。",
                    "Of other events that something happened at some time at some source, without content and without whom."),
            new Text(
                    "已删除标识的盲索引：无法还原，只用来识别迟到的旧数据和恢复的旧备份，并再次删除。",
                    "Blind indexes of the erased identifiers: they cannot be turned back and serve only to recognise old data"
                            + " that comes late or out of a backup, and to erase it again."),
            new Text("操作记录：谁在什么时候做了什么，其中没有个人信息。", "The audit trail: who did what when, without personal data."),
            new Text(
                    "已有备份保留到各自到期；恢复备份后会自动再次删除。",
                    "Backups made before, until each expires; after one is restored the person is erased again by itself."));
}
