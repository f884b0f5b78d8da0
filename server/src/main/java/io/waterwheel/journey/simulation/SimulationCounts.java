package io.waterwheel.journey.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Who would have been touched, when and how often.
///
/// @param from      the first instant looked at
/// @param until     the last
/// @param events    how many events were sent through
/// @param customers how many customers would have come in
/// @param entered   how often, those kept back included
/// @param control   how many would have been kept back
/// @param ended     how many would have come to an end by now
/// @param goals     how many would have reached the goal, those not kept back
/// @param messages  how many messages would have been asked for
/// @param mostMessages the most for one customer
/// @param perDay    messages by day of the brand
/// @param perCustomer how many customers would have got so many messages
/// @param nodes     how often each node would have been left, by exit: `hello sent`
/// @param samples   some customers and their way
/// @param complete  whether everything was looked at; false when there was too much
public record SimulationCounts(
        Instant from,
        Instant until,
        long events,
        long customers,
        long entered,
        long control,
        long ended,
        long goals,
        long messages,
        int mostMessages,
        Map<String, Long> perDay,
        Map<Integer, Long> perCustomer,
        Map<String, Long> nodes,
        List<SimulatedWay> samples,
        boolean complete) {}
