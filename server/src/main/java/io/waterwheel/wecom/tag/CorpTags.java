package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// WeCom's calls about corp tags (doc path/92117 the library, path/92118 marking; read 2025-11).
@Component
class CorpTags {

    private final WecomCalls calls;

    CorpTags(WecomCalls calls) {
        this.calls = calls;
    }

    record CorpTag(String id, String groupId, String name) {}

    record CorpGroup(String id, String name, List<CorpTag> tags) {}

    /// The whole library, without what is deleted.
    List<CorpGroup> list(Brand brand) {
        WxCpUserExternalTagGroupList list =
                calls.ask(brand, wecom -> wecom.getExternalContactService().getCorpTagList(new String[0]));
        List<CorpGroup> groups = new ArrayList<>();
        for (var group :
                Objects.requireNonNullElse(list.getTagGroupList(), List.<WxCpUserExternalTagGroupList.TagGroup>of())) {
            if (!Boolean.TRUE.equals(group.getDeleted())) {
                groups.add(new CorpGroup(
                        group.getGroupId(),
                        group.getGroupName(),
                        Objects.requireNonNullElse(group.getTag(), List.<WxCpUserExternalTagGroupList.TagGroup.Tag>of())
                                .stream()
                                .filter(tag -> !Boolean.TRUE.equals(tag.getDeleted()))
                                .map(tag -> new CorpTag(tag.getId(), group.getGroupId(), tag.getName()))
                                .toList()));
            }
        }
        return groups;
    }

    /// Adds tags to a group, which is made when it is not there.
    ///
    /// @param groupId null for a group of that name
    /// @return the group's id and the new tags by name
    Added add(Brand brand, @Nullable String groupId, String groupName, Collection<String> names) {
        var group = new WxCpUserExternalTagGroupInfo.TagGroup();
        if (groupId == null) {
            group.setGroupName(groupName);
        } else {
            group.setGroupId(groupId);
        }
        group.setTag(names.stream()
                .map(name -> {
                    var tag = new WxCpUserExternalTagGroupInfo.Tag();
                    tag.setName(name);
                    return tag;
                })
                .toList());
        var request = new WxCpUserExternalTagGroupInfo();
        request.setTagGroup(group);
        var answer = calls.ask(brand, wecom -> wecom.getExternalContactService().addCorpTag(request))
                .getTagGroup();
        Map<String, String> ids = new LinkedHashMap<>();
        answer.getTag().forEach(tag -> ids.put(tag.getName(), tag.getId()));
        return new Added(answer.getGroupId(), ids);
    }

    record Added(String groupId, Map<String, String> tags) {}

    /// @param id a tag's or a group's
    /// @return whether WeCom lets this app do so; it does not for what another app made (301002)
    boolean rename(Brand brand, String id, String name) {
        return allowed(brand, wecom -> wecom.getExternalContactService().editCorpTag(id, name, null));
    }

    boolean deleteTag(Brand brand, String id) {
        return allowed(brand, wecom -> wecom.getExternalContactService().delCorpTag(new String[] {id}, new String[0]));
    }

    /// @throws WecomCalls.Failed when WeCom did not do it
    void mark(Brand brand, String userid, String externalUserid, Collection<String> add, Collection<String> remove)
            throws WecomCalls.Failed {
        calls.tryAsk(
                brand,
                wecom -> wecom.getExternalContactService()
                        .markTag(userid, externalUserid, add.toArray(String[]::new), remove.toArray(String[]::new)));
    }

    private boolean allowed(Brand brand, WecomCalls.Question<?> question) {
        try {
            calls.tryAsk(brand, question);
            return true;
        } catch (WecomCalls.Failed failed) {
            WecomFailure failure = failed.failure();
            if (failure.certain() && !failure.passing()) {
                return false;
            }
            throw failure.problem();
        }
    }
}
