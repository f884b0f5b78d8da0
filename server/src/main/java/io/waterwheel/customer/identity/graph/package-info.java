/// Who is one person: a pure function of which identifiers were named together and what people decided.
@NullMarked
package io.waterwheel.customer.identity.graph;

import org.jspecify.annotations.NullMarked;
