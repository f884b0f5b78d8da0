package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.sharing.SharedAccount;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.loyalty.sharing.SharingRule;
import io.waterwheel.loyalty.sharing.SharingRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/sharing")
@Tag(name = "member-centre")
class MemberSharingController {

    private final SharingRules rules;
    private final SharedAccounts accounts;
    private final SharedInvitations invitations;

    MemberSharingController(SharingRules rules, SharedAccounts accounts, SharedInvitations invitations) {
        this.rules = rules;
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /// @param you     the member's own number among the people
    /// @param account null for who is in none
    record MemberSharing(
            List<SharingRule> rules, int you, @Nullable SharedAccount account) {}

    @GetMapping
    @Operation(summary = "The account the member shares with others, and what the brand allows")
    MemberSharing getMemberSharing(@PathVariable Brand brand, Member member) {
        return new MemberSharing(
                rules.of(brand),
                member.customer().value(),
                accounts.of(brand, member.customer()).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Opens a family account, which the member holds")
    SharedAccount openFamilyAccount(@PathVariable Brand brand, Member member) {
        return accounts.open(brand, SharedKind.FAMILY, member.customer());
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A link that lets one person join within seven days")
    SharedInvitations.SharedInvitation inviteToSharing(@PathVariable Brand brand, Member member) {
        return invitations.invite(member);
    }

    @GetMapping("/invitations/{code}")
    @Operation(summary = "Who invites, and into what")
    SharedInvitations.SharedInvitationSeen seeSharingInvitation(
            @PathVariable Brand brand, @PathVariable String code, Member member) {
        return invitations.look(member.brand(), code);
    }

    @PostMapping("/invitations/{code}/join")
    @Operation(summary = "Joins; from then on both spend together what the brand lets them")
    SharedAccount joinSharing(@PathVariable Brand brand, @PathVariable String code, Member member) {
        return invitations.join(member, code);
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leaves; when the holder does, the account closes")
    void leaveSharing(@PathVariable Brand brand, Member member) {
        accounts.leave(brand, member.customer());
    }

    @DeleteMapping("/people/{customer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The holder removes somebody")
    void removeFromSharing(@PathVariable Brand brand, @PathVariable int customer, Member member) {
        accounts.removeByHolder(brand, member.customer(), new CustomerNo(customer));
    }
}
