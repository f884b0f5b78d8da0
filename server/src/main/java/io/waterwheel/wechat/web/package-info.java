/// HTTP endpoints for the apps' settings.
@NullMarked
package io.waterwheel.wechat.web;

import org.jspecify.annotations.NullMarked;
