// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rows_model.h"

#include <QMetaObject>

namespace ui::models {

int RowsModelBase::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

// Later, because a view is painting when a window fails to come.
void RowsModelBase::tellOnce(const base::Error& error) const {
    if (m_told)
        return;
    m_told = true;
    QMetaObject::invokeMethod(
        const_cast<RowsModelBase*>(this),
        [this, error] { Q_EMIT failed(error); },
        Qt::QueuedConnection);
}

}  // namespace ui::models
