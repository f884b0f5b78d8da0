package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.membercentre.profile.MemberProfile;
import io.waterwheel.loyalty.membercentre.profile.MemberProfiles;
import io.waterwheel.loyalty.membercentre.profile.ProfileWish;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.membercentre.signin.MemberSignIns;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/profile")
@Tag(name = "member-centre")
class MemberProfileController {

    private final MemberProfiles profiles;
    private final MemberSignIns signIns;

    MemberProfileController(MemberProfiles profiles, MemberSignIns signIns) {
        this.profiles = profiles;
        this.signIns = signIns;
    }

    record PhoneProof(String phone, String code) {}

    @GetMapping
    MemberProfile getMemberProfile(@PathVariable Brand brand, Member member) {
        return profiles.of(member);
    }

    @PatchMapping
    @Operation(summary = "Changes what the member said; a birthday once")
    MemberProfile changeMemberProfile(@PathVariable Brand brand, Member member, @RequestBody ProfileWish wish) {
        return profiles.change(member, wish);
    }

    @PostMapping("/phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Joins a phone, proved by a code, to a member who came by WeChat")
    void joinMemberPhone(
            @PathVariable Brand brand, Member member, @RequestBody PhoneProof proof, HttpServletRequest request) {
        signIns.joinPhone(member, proof.phone(), proof.code(), request.getRemoteAddr());
    }
}
