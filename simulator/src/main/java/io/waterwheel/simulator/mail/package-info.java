/// An SMTP server that keeps every letter and files it under the person it was sent to.
@NullMarked
package io.waterwheel.simulator.mail;

import org.jspecify.annotations.NullMarked;
