package io.waterwheel.loyalty.mall;

import java.time.Instant;

/// Something in the mall, and how it fares.
///
/// @param sold    pieces of orders that were not cancelled, without those back in stock
/// @param toDo    orders that wait to be sent or picked up
/// @param onShelf whether members see it
public record MallItem(
        String id, NewMallItem item, int sold, int toDo, boolean onShelf, String createdBy, Instant createdAt) {}
