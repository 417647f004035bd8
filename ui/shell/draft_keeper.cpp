// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/draft_keeper.h"

#include "casework/drafts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

namespace ui::shell {

namespace {

constexpr std::chrono::seconds between{4};

QByteArray written(const Drafts& drafts) {
    if (drafts.isEmpty())
        return {};
    QJsonObject all;
    for (auto each = drafts.begin(); each != drafts.end(); ++each)
        all[each.key()] = QJsonObject::fromVariantMap(each.value());
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

Drafts read(const QByteArray& bytes) {
    Drafts drafts;
    const QJsonObject all = QJsonDocument::fromJson(bytes).object();
    for (auto each = all.begin(); each != all.end(); ++each)
        drafts[each.key()] = each.value().toObject().toVariantMap();
    return drafts;
}

}  // namespace

DraftKeeper::DraftKeeper(std::function<Drafts()> gather, QObject* parent)
    : QObject(parent), m_gather(std::move(gather)) {
    m_clock.setInterval(between);
    connect(&m_clock, &QTimer::timeout, this, &DraftKeeper::keepNow);
}

// A draft that can't be read is no reason to keep anyone out.
Drafts DraftKeeper::start(casework::Session& session) {
    m_session = &session;
    m_clock.start();
    m_kept = QByteArray::fromStdString(casework::draftKept(session).value_or(std::string()));
    return read(m_kept);
}

void DraftKeeper::stop() {
    if (m_session != nullptr)
        keepNow();
    m_clock.stop();
    m_session = nullptr;
}

// A disk that is full now may have room at the next look: what is not kept is tried again.
void DraftKeeper::keepNow() {
    if (m_session == nullptr)
        return;
    QByteArray now = written(m_gather());
    if (now == m_kept)
        return;
    const std::string_view bytes(now.constData(), static_cast<std::size_t>(now.size()));
    if (casework::keepDraft(*m_session, bytes))
        m_kept = std::move(now);
}

}  // namespace ui::shell
