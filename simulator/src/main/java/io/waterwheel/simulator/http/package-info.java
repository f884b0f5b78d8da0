/// The thin layer between the JDK's HTTP server and the handlers: requests in, answers out.
@NullMarked
package io.waterwheel.simulator.http;

import org.jspecify.annotations.NullMarked;
