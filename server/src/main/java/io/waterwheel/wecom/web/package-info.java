/// HTTP endpoints for WeCom settings, guides, stores and friend sources.
@NullMarked
package io.waterwheel.wecom.web;

import org.jspecify.annotations.NullMarked;
