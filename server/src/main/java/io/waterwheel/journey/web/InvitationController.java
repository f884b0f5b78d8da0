package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.people.Invitations;
import io.waterwheel.journey.people.InviteForecast;
import io.waterwheel.journey.people.Invited;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/journeys/{id}/invite")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "journey")
class InvitationController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST = 10_000;
    private static final int MOST_CONTEXT = 20;

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    @PostMapping("/preview")
    @Operation(summary = "Who would come in if they were let in now, and why the others would not")
    InviteForecast previewJourneyInvitation(
            @PathVariable Brand brand, @PathVariable JourneyId id, @RequestBody InvitationPreview preview) {
        return invitations.forecast(brand, id, whom(preview.customers(), preview.people(), preview.segment()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Let customers in")
    JourneyInvited inviteToJourney(
            @PathVariable Brand brand, @PathVariable JourneyId id, @RequestBody JourneyInvitation invitation) {
        String key = RequestTexts.checked(invitation.key(), "/key", 1, LONGEST_NAME);
        Map<String, String> context = invitation.context() == null ? Map.of() : invitation.context();
        int most = invitation.segment() == null ? MOST_CONTEXT : 0;
        if (context.size() > most) {
            throw new Problem(KernelProblem.INVALID).outside("/context", "size", 0, most);
        }
        context.forEach((name, value) -> {
            RequestTexts.checked(name, "/context", 1, LONGEST_NAME);
            RequestTexts.checked(value, "/context/" + name, 0, LONGEST_VALUE);
        });
        Invited whom = whom(invitation.customers(), invitation.people(), invitation.segment());
        return new JourneyInvited(invitations.invite(brand, id, whom, key, context));
    }

    private static Invited whom(
            @Nullable List<Integer> numbers, @Nullable List<String> people, @Nullable SegmentId segment) {
        int ways = (numbers == null ? 0 : 1) + (people == null ? 0 : 1) + (segment == null ? 0 : 1);
        if (ways != 1) {
            throw new Problem(KernelProblem.INVALID)
                    .at(
                            "/customers",
                            "one-of",
                            new Text("请只给出客户号、名单或人群之一。", "Give numbers, people or a segment, one of them."));
        }
        if (segment != null) {
            return new Invited.Segment(segment);
        }
        if (people != null) {
            if (people.isEmpty() || people.size() > MOST) {
                throw new Problem(KernelProblem.INVALID).outside("/people", "size", 1, MOST);
            }
            return new Invited.Written(people.stream()
                    .map(one -> RequestTexts.checked(one, "/people", 1, LONGEST_VALUE))
                    .distinct()
                    .toList());
        }
        List<Integer> given = Objects.requireNonNull(numbers);
        if (given.isEmpty() || given.size() > MOST || given.stream().anyMatch(no -> no == null || no < 1)) {
            throw new Problem(KernelProblem.INVALID).outside("/customers", "size", 1, MOST);
        }
        return new Invited.Numbers(given.stream().map(CustomerNo::new).toList());
    }
}
