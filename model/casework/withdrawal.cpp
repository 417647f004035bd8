// SPDX-License-Identifier: GPL-3.0-or-later
// The part of deliveries.h that takes a delivery back.
#include "base/text.h"
#include "casework/deliveries.h"
#include "casework/logged_commit.h"
#include "store/delivery_table.h"
#include "store/supersession_table.h"

namespace casework {

namespace {

base::Result<void> withdraw(store::Vault& vault,
                            records::DeliveryId delivery,
                            std::string_view reason) {
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto known = store::DeliveryTable(vault).find(delivery);
    if (!known)
        return base::fail(known.error());
    if (auto done = store::SupersessionTable(vault).withdraw(delivery, vault.user().id, reason);
        !done)
        return done;
    const JobEvent event{"withdraw-delivery",
                         access::Subject::of(delivery),
                         std::to_string(*known ? (*known)->rowsAccepted : 0) + " rows"};
    return commitLogged(vault, *transaction, event);
}

}  // namespace

base::Result<void> withdrawDelivery(Session& session,
                                    records::DeliveryId delivery,
                                    std::string_view reason) {
    const std::string_view words = base::trimmed(reason);
    if (words.empty())
        return base::fail(base::Code::malformed, "reason", "say why the delivery is withdrawn");
    const auto grant = session.authorise(
        access::Action::importDelivery, access::Subject::of(delivery), "withdraw a delivery");
    if (!grant)
        return base::fail(grant.error());
    if (auto done = withdraw(session.vault(), delivery, words); !done)
        return base::fail(failLogged(
            session.vault(), "withdraw-delivery", access::Subject::of(delivery), done.error()));
    return {};
}

}  // namespace casework
