/// The API's description: published at `/api/openapi`, and what the console's client is generated from.
@NullMarked
package io.waterwheel.kernel.web.openapi;

import org.jspecify.annotations.NullMarked;
