/// The organisation: guides and stores, kept in step with WeCom's address book.
@NullMarked
package io.waterwheel.wecom.directory;

import org.jspecify.annotations.NullMarked;
