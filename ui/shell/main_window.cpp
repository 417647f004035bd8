// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "casework/training.h"
#include "ui/models/help_pages.h"
#include "ui/shell/arrangement.h"
#include "ui/shell/focus_keeper.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/idle_clock.h"
#include "ui/shell/navigation.h"
#include "ui/shell/screen_list.h"
#include "ui/shell/tour.h"
#include "ui/tasks/progress_strip.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::shell {

namespace {

QString vaultName(const std::filesystem::path& path) {
    return QString::fromStdString(path.stem().string());
}

constexpr double textStep = 0.25;

const QString placeKey = QStringLiteral("place");  // no screen has this name
const QString screenKey = QStringLiteral("screen");
const QString subjectKey = QStringLiteral("subject");

}  // namespace

MainWindow::MainWindow(widgets::Prompts& prompts,
                       Preferences& preferences,
                       std::chrono::milliseconds lockAfter,
                       QWidget* parent)
    : QMainWindow(parent), m_prompts(prompts), m_preferences(preferences) {
    setWindowTitle(tr("Families First"));
    m_idle = new IdleClock(lockAfter, this);
    connect(m_idle, &IdleClock::ticked, this, [this] {
        if (m_idle->limited())
            m_header->showTimeLeft(m_idle->left());
    });
    connect(m_idle, &IdleClock::expired, this, [this] {
        lock(tr("Locked after a time without a key. Nothing half written is lost."));
    });
    m_keeper = new DraftKeeper([this] { return halfWritten(); }, this);
    addShortcuts();
    build();
}

MainWindow::~MainWindow() {
    leaveWorkplace();
}

void MainWindow::addShortcuts() {
    const auto on = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(Qt::CTRL | Qt::Key_L, [this] { lock({}); });
    on(QKeySequence::ZoomIn, [this] { setTextScale(m_preferences.textScale() + textStep); });
    on(QKeySequence::ZoomOut, [this] { setTextScale(m_preferences.textScale() - textStep); });
    on(Qt::CTRL | Qt::Key_0, [this] { setTextScale(1); });
    on(QKeySequence::HelpContents, [this] {
        if (!locked() && m_here.screen != QStringLiteral("help"))
            open(QStringLiteral("help"), models::helpPageFor(m_here.screen));
    });
}

void MainWindow::build() {
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new HeaderBar(all);
    m_pages = new QStackedWidget(all);
    m_unlock = new UnlockPage(m_prompts, m_pages);
    m_pages->addWidget(m_unlock);
    m_strip = new tasks::ProgressStrip(m_tasks, all);
    m_strip->setDiscreet(true);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    column->addWidget(m_strip);
    setCentralWidget(all);
    new FocusKeeper(
        *m_header, [this] { return currentScreen(); }, this);
    connect(m_unlock, &UnlockPage::asked, this, &MainWindow::unlock);
    connect(
        m_header, &HeaderBar::lockAsked, this, [this] { lock({}); }, Qt::QueuedConnection);
    connect(
        m_header,
        &HeaderBar::accountAsked,
        this,
        [this] { open(QStringLiteral("account"), 0); },
        Qt::QueuedConnection);
    connect(m_header, &HeaderBar::tourAsked, this, &MainWindow::startTour, Qt::QueuedConnection);
    connect(m_header, &HeaderBar::schemeAsked, this, &MainWindow::setScheme, Qt::QueuedConnection);
    connect(
        m_header,
        &HeaderBar::largerAsked,
        this,
        [this] { setTextScale(m_preferences.textScale() + textStep); },
        Qt::QueuedConnection);
    connect(
        m_header,
        &HeaderBar::smallerAsked,
        this,
        [this] { setTextScale(m_preferences.textScale() - textStep); },
        Qt::QueuedConnection);
    offerVault(m_offered);
}

void MainWindow::offerVault(const QString& path) {
    m_offered = path;
    QStringList vaults = m_preferences.recentVaults();
    if (!path.isEmpty()) {
        vaults.removeAll(path);
        vaults.prepend(path);
    }
    m_unlock->offer(vaults, m_preferences.lastUser());
}

void MainWindow::unlock(const UnlockRequest& request) {
    using Opened = std::shared_ptr<std::unique_ptr<casework::Session>>;
    m_unlock->setBusy(true);
    m_tasks.run<Opened>(
        request.create ? tr("Making a vault") : tr("Unlocking"),
        [request](base::Progress& /*progress*/) -> base::Result<Opened> {
            const std::filesystem::path path(request.vault.toStdString());
            const std::string user = request.user.toStdString();
            auto session =
                request.create
                    ? casework::Session::create(
                          path, {user, {}, access::Role::administrator}, *request.password)
                    : casework::Session::unlock(path, user, *request.password);
            if (!session)
                return base::fail(session.error());
            return std::make_shared<std::unique_ptr<casework::Session>>(std::move(*session));
        },
        this,
        [this, request](base::Result<Opened> opened) {
            m_unlock->setBusy(false);
            if (!opened) {
                m_unlock->showError(opened.error());
                return;
            }
            m_preferences.addRecentVault(QFileInfo(request.vault).absoluteFilePath());
            m_preferences.setLastUser(request.user);
            enter(std::move(**opened));
        });
}

void MainWindow::enter(std::unique_ptr<casework::Session> session) {
    leaveWorkplace();
    m_session = std::move(session);
    const access::User& user = m_session->user();
    m_header->showSession(vaultName(m_session->path()),
                          QString::fromStdString(user.displayName),
                          models::text(access::roleName(user.role)),
                          casework::isTraining(*m_session).value_or(false));
    m_strip->setDiscreet(false);
    buildWorkplace();
    m_idle->start();
    const Drafts left = m_keeper->start(*m_session);
    const Kept kept = m_kept.take(whose());
    m_way = kept.way;
    m_drafts = kept.drafts.isEmpty() ? left : kept.drafts;
    Place first = kept.here;
    if (first.screen.isEmpty() && m_drafts.contains(placeKey)) {
        const QVariantMap place = m_drafts.value(placeKey);
        first = {place.value(screenKey).toString(), place.value(subjectKey).toLongLong()};
    }
    m_drafts.remove(placeKey);
    showPlace(first);
    if (m_here.screen.isEmpty() && !m_navigation->places().isEmpty())
        showPlace({m_navigation->places().first(), 0});
    offerTour();
}

void MainWindow::buildWorkplace() {
    m_workplace = new QWidget(m_pages);
    auto* row = new QHBoxLayout(m_workplace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_navigation = new Navigation(*m_session, m_workplace);
    m_stack = new QStackedWidget(m_workplace);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    m_pages->addWidget(m_workplace);
    m_pages->setCurrentWidget(m_workplace);
    connect(m_navigation, &Navigation::chose, this, [this](const QString& id) {
        m_way.clear();
        showPlace({id, 0});
    });
    m_navigation->refreshCounts();
}

void MainWindow::lock(const QString& why) {
    if (locked())
        return;
    keepWork();
    const QString vault = models::text(m_session->path().string());
    leaveWorkplace();
    offerVault(vault);
    if (!why.isEmpty())
        m_unlock->showNote(why);
}

QString MainWindow::whose() const {
    return models::text(m_session->path().string() + "\n" + m_session->user().name);
}

// By screen, each with what it was about; and, when there is any, where the person was.
Drafts MainWindow::halfWritten() const {
    Drafts drafts = m_drafts;
    for (auto each = m_screens.begin(); each != m_screens.end(); ++each)
        if (QVariantMap draft = each.value()->draft(); !draft.isEmpty()) {
            draft[subjectKey] = m_subjects.value(each.key());
            drafts[each.key()] = draft;
        }
    if (!drafts.isEmpty())
        drafts[placeKey] = {{screenKey, m_here.screen}, {subjectKey, m_here.subject}};
    return drafts;
}

void MainWindow::putBack(const Place& place) {
    const auto draft = m_drafts.constFind(place.screen);
    if (draft == m_drafts.constEnd() || draft->value(subjectKey).toLongLong() != place.subject)
        return;
    m_screens.value(place.screen)->restore(*draft);
    m_drafts.erase(draft);
}

void MainWindow::keepWork() {
    if (!locked())
        m_kept[whose()] = {m_way, m_here, halfWritten()};
}

void MainWindow::deleteWorkplace() {
    for (QWidget* box : findChildren<QDialog*>())
        delete box;
    endTour();
    m_screens.clear();
    m_subjects.clear();
    m_drafts.clear();
    delete m_workplace;
    m_workplace = nullptr;
    m_navigation = nullptr;
    m_stack = nullptr;
}

void MainWindow::leaveWorkplace() {
    m_idle->stop();
    m_keeper->stop();
    widgets::clearCopied();
    deleteWorkplace();
    m_here = {};
    m_way.clear();
    m_session.reset();
    m_pages->setCurrentWidget(m_unlock);
    m_header->showLocked();
    m_strip->setDiscreet(true);
}

void MainWindow::open(const QString& screen, qint64 subject) {
    if (!m_here.screen.isEmpty())
        m_way.push_back(m_here);
    showPlace({screen, subject});
}

void MainWindow::back() {
    if (m_way.empty())
        return;
    const Place before = m_way.back();
    m_way.pop_back();
    showPlace(before);
}

void MainWindow::changed() {
    if (m_navigation != nullptr)
        m_navigation->refreshCounts();
}

Screen* MainWindow::currentScreen() const {
    return m_screens.value(m_here.screen);
}

void MainWindow::showPlace(const Place& place) {
    const ScreenEntry* entry = findScreen(place.screen);
    if (entry == nullptr || locked() || !mayOpen(*m_session, *entry))
        return;
    Screen*& found = m_screens[place.screen];
    if (found == nullptr) {
        found = entry->make({*m_session, m_tasks, m_prompts, *this}, m_stack);
        keepArrangement(*found, place.screen, models::text(m_session->user().name), m_preferences);
        // A screen that needs more height than there is, at large text, scrolls as a whole.
        auto* area = new QScrollArea(m_stack);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(found);
        m_stack->addWidget(area);
    }
    m_here = place;
    for (int i = 0; i < m_stack->count(); ++i)
        if (m_stack->widget(i)->isAncestorOf(found))
            m_stack->setCurrentIndex(i);
    m_navigation->mark(place.screen);
    setWindowTitle(tr("%1 \u2014 Families First").arg(screenTitle(*entry)));
    m_subjects[place.screen] = place.subject;
    found->enter(place.subject);
    putBack(place);
}

// Once to everyone who signs in to a vault to learn on.
void MainWindow::offerTour() {
    const QString user = models::text(m_session->user().name);
    if (m_preferences.tourSeen(user) || !casework::isTraining(*m_session).value_or(false))
        return;
    m_preferences.setTourSeen(user);
    startTour();
}

void MainWindow::startTour() {
    if (locked())
        return;
    endTour();
    m_tour = new Tour(models::tourSteps(m_session->user().role), *this, centralWidget());
    connect(
        m_tour,
        &Tour::ended,
        this,
        [this] {
            endTour();
            m_way.clear();
            showPlace({m_navigation->places().first(), 0});
        },
        Qt::QueuedConnection);
    m_tour->begin();
}

void MainWindow::endTour() {
    delete m_tour;
    m_tour = nullptr;
}

void MainWindow::setScheme() {
    const bool isDark = widgets::schemeOf(QApplication::palette()) == widgets::Scheme::dark;
    m_preferences.setScheme(isDark ? widgets::Scheme::light : widgets::Scheme::dark);
    rebuild();
}

void MainWindow::setTextScale(double scale) {
    m_preferences.setTextScale(scale);
    rebuild();
}

// Sizes and drawings are taken when a widget is made, so a change of look makes them again.
void MainWindow::rebuild() {
    widgets::applyTheme(*qApp,
                        m_preferences.scheme(widgets::schemeOf(QApplication::palette())),
                        m_preferences.textScale());
    keepWork();
    m_keeper->stop();
    deleteWorkplace();  // screens before the session they refer to is handed on
    std::unique_ptr<casework::Session> session = std::move(m_session);
    leaveWorkplace();
    build();
    if (session != nullptr)
        enter(std::move(session));
}

bool MainWindow::focusNextPrevChild(bool next) {
    return widgets::moveFocus(*this, next);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_preferences.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace ui::shell
