package io.waterwheel.access;

import java.util.Collection;

/// The people who may operate, for modules in which one person's work needs another's yes.
public interface Colleagues {

    /// Whether this is a person who may operate: somebody with an account of their own that is not disabled. The
    /// command line and the system are nobody.
    boolean mayOperate(String username);

    /// Whether anybody may operate who is none of these.
    boolean anyoneBesides(Collection<String> usernames);
}
