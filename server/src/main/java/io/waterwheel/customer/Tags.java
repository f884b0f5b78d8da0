package io.waterwheel.customer;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What other modules may ask and do about tags. Deleted groups and tags are not there.
public interface Tags {

    List<TagGroup> groups(BrandId brand);

    Optional<Tag> find(BrandId brand, TagId tag);

    /// @throws Problem `not-found`
    Tag get(BrandId brand, TagId tag);

    /// Tells the log; when this returns every standing is up to date. Told again, a change counts once.
    void append(Brand brand, List<TagChange> changes);

    /// Everyone who has the tag now.
    ///
    /// @param value only with this value; with any when null
    RoaringBitmap having(BrandId brand, TagId tag, @Nullable String value);

    /// Every tag that one of these customers has now, of every brand.
    List<TagFacts> facts(Collection<CustomerNo> customers);

    /// How it stands with tags of customers; a tag a customer never had is left out.
    List<TagStanding> standings(BrandId brand, Collection<CustomerNo> customers, Set<TagId> tags);

    /// @throws Problem `tag-name-taken`
    TagGroup createGroup(Brand brand, String name, boolean single, boolean wecom);

    /// @throws Problem `not-found`, `tag-name-taken`
    void changeGroup(Brand brand, TagGroupId group, String name, boolean wecom);

    /// Deletes a group with its tags; they are taken off everyone behind the answer.
    ///
    /// @throws Problem `not-found`, `tag-in-use`
    void deleteGroup(Brand brand, TagGroupId group);

    /// @throws Problem `not-found`, `tag-name-taken`
    Tag create(Brand brand, TagGroupId group, String name, TagKind kind);

    /// @throws Problem `not-found`, `tag-name-taken`
    void rename(Brand brand, TagId tag, String name);

    /// Deletes a tag; it is taken off everyone behind the answer.
    ///
    /// @throws Problem `not-found`, `tag-in-use`
    void delete(Brand brand, TagId tag);

    /// @throws Problem `tag-value-invalid` when the tag cannot carry the value
    static @Nullable String checked(Tag tag, @Nullable String value) {
        String text = value == null || value.isBlank() ? null : value.strip();
        if (!tag.kind().takes(text)) {
            throw invalid(tag);
        }
        return text;
    }

    static Problem invalid(Tag tag) {
        return new Problem(TagProblem.TAG_VALUE_INVALID)
                .with("tag", tag.name())
                .with("kind", TagProblem.words(tag.kind()));
    }
}
