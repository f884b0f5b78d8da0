package io.waterwheel.segment.language;

import java.util.Optional;

/// What a definition refers to by id is called.
public interface Names {

    /// Nothing is called anything: ids are read aloud.
    Names NONE = new Names() {
        @Override
        public Optional<String> tag(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> segment(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> list(String id) {
            return Optional.empty();
        }
    };

    Optional<String> tag(String id);

    Optional<String> segment(String id);

    Optional<String> list(String id);
}
