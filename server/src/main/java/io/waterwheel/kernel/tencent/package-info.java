/// What WeCom (企业微信) and WeChat (微信) have in common: the client under their library, and the XML of their callbacks.
@NullMarked
package io.waterwheel.kernel.tencent;

import org.jspecify.annotations.NullMarked;
