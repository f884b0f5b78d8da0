/// Who is a member, with a card.
@NullMarked
package io.waterwheel.loyalty.member;

import org.jspecify.annotations.NullMarked;
