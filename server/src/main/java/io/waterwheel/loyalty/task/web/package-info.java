/// Tasks and growth programmes, for the brand's people.
@NullMarked
package io.waterwheel.loyalty.task.web;

import org.jspecify.annotations.NullMarked;
