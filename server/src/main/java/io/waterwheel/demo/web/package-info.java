/// The page that links in the demo brand's messages lead to.
@NullMarked
package io.waterwheel.demo.web;

import org.jspecify.annotations.NullMarked;
