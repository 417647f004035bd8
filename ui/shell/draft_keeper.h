// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is half written on every screen through a crash: looks a few seconds after each change
// and writes what it finds beside the vault, sealed. The window asks it once, at unlock, what was
// left.
#pragma once

#include "casework/session.h"

#include <QMap>
#include <QObject>
#include <QTimer>
#include <QVariant>

#include <functional>

namespace ui::shell {

// By screen.
using Drafts = QMap<QString, QVariantMap>;

class DraftKeeper : public QObject {
    Q_OBJECT

public:
    // `gather` is asked for what is half written now.
    explicit DraftKeeper(std::function<Drafts()> gather, QObject* parent = nullptr);

    // The session must outlive stop(). Returns what was kept for this person before.
    [[nodiscard]] Drafts start(casework::Session& session);
    // Keeps what is there now, and looks no more.
    void stop();
    void keepNow();

private:
    std::function<Drafts()> m_gather;
    casework::Session* m_session = nullptr;
    QTimer m_clock;
    QByteArray m_kept;
};

}  // namespace ui::shell
