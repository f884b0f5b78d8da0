/// The server API of WeCom (企业微信服务端 API) as its public documentation describes it.
@NullMarked
package io.waterwheel.simulator.wecom;

import org.jspecify.annotations.NullMarked;
