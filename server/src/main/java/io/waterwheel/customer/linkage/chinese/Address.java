package io.waterwheel.customer.linkage.chinese;

import java.util.List;

/// An address, taken apart.
///
/// @param place   the words without province, city and district: road, estate, building's name
/// @param numbers the numbers in their order, from the road outward to the door
public record Address(String place, List<String> numbers) {}
